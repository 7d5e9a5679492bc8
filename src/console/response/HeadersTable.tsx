/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { Answer } from '../answer.ts';
import { shortText } from '../fields/short-text.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { useAnswers } from '../use-answers.ts';
import { CopyButton } from './CopyButton.tsx';
import { describeHeaders } from './describe-headers.ts';
import { describeStatus } from './describe-status.ts';
import { Scroller } from './Scroller.tsx';

interface HeadersTableProps {
  readonly answer: Answer;
  /** The browser may have kept some back. */
  readonly isFiltered: boolean;
}

/** What came, with what the description says of each, and what it says more. */
export function HeadersTable({ answer: { headers, status }, isFiltered }: HeadersTableProps): JSX.Element {
  const text = usePartText('answer');
  const { formats } = useScene();
  const answers = useAnswers();
  const described = describeStatus(answers?.responses ?? [], status)?.headers ?? [];
  const { known, missing } = describeHeaders(headers, described);
  return (
    <>
      <CopyButton read={() => headers.map(([name, value]) => `${name}: ${value}\n`).join('')} />
      <Scroller label={fill(text.viewHeaders, { count: formats.number(headers.length) })}>
        {isFiltered && <p class="console-caption">{text.exposedOnly}</p>}
        <table class="console-headers">
          <thead class="visually-hidden">
            <tr>
              <th scope="col">{text.headerName}</th>
              <th scope="col">{text.headerValue}</th>
            </tr>
          </thead>
          <tbody>
            {headers.map(([name, value], index) => (
              <tr key={`${index}-${name}`}>
                <th scope="row">{name}</th>
                <td dir="auto">
                  {showInvisibles(value)}
                  <Said markdown={known.get(name.toLowerCase())?.description} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {missing.length > 0 && (
          <>
            <p class="console-caption">{isFiltered ? text.headersMissingOrHidden : text.headersMissing}</p>
            <ul class="console-headers-missing">
              {missing.map(({ name, description, required }) => (
                <li key={name}>
                  <code>{name}</code> {required && <span class="console-badge">{text.headerRequired}</span>}
                  <Said markdown={description} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Scroller>
    </>
  );
}

function Said({ markdown }: { readonly markdown: string | undefined }): JSX.Element | null {
  const said = shortText(markdown);
  return said === '' ? null : (
    <p class="console-headers-said" dir="auto">
      {showInvisibles(said)}
    </p>
  );
}
