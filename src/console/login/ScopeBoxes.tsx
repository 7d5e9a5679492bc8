/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { showInvisibles } from '../../model/invisibles.ts';
import type { OAuthFlow } from '../../model/security-scheme.ts';
import { usePartText } from '../lazy-part.tsx';

interface ScopeBoxesProps {
  /** Those that are described. */
  readonly known: OAuthFlow['scopes'];
  /** Those that the operation asks for, first in the list. */
  readonly needed: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (scopes: readonly string[]) => void;
}

/** The scopes to ask for, each with its description. */
export function ScopeBoxes({ known, needed, chosen, onChoose }: ScopeBoxesProps): JSX.Element | null {
  const text = usePartText('login');
  const id = useId();
  const names = [...new Set([...needed, ...chosen, ...known.map(({ name }) => name)])];
  // What is ticked keeps its place in the list.
  const rest = known.map(({ name }) => name).filter((name) => !needed.includes(name));
  const listed = [...needed, ...rest, ...names.filter((name) => !needed.includes(name) && !rest.includes(name))];
  if (listed.length === 0) return null;
  return (
    <fieldset class="console-field" aria-labelledby={id}>
      <div class="console-field-head">
        <span id={id} class="login-label">
          {text.scopes}
        </span>
      </div>
      <ul class="login-scopes">
        {listed.map((name, index) => (
          <li key={name} class="console-check">
            <input
              type="checkbox"
              id={`${id}-${index}`}
              checked={chosen.includes(name)}
              onChange={(event) => {
                const others = chosen.filter((one) => one !== name);
                onChoose(event.currentTarget.checked ? [...others, name] : others);
              }}
            />
            <label for={`${id}-${index}`} dir="auto">
              <code>{showInvisibles(name)}</code>
              {needed.includes(name) && <span class="console-type"> {text.scopeNeeded}</span>}
              <span class="console-note">
                {showInvisibles(known.find((scope) => scope.name === name)?.description ?? '')}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
