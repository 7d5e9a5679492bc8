/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { Answer } from '../answer.ts';
import { usePartText } from '../lazy-part.tsx';
import { Scroller } from './Scroller.tsx';

interface HeadersTableProps {
  readonly headers: Answer['headers'];
  /** The browser may have kept some back. */
  readonly isFiltered: boolean;
}

export function HeadersTable({ headers, isFiltered }: HeadersTableProps): JSX.Element {
  const text = usePartText('answer');
  return (
    <Scroller label={fill(text.viewHeaders, { count: headers.length })}>
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
              <td dir="auto">{showInvisibles(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
