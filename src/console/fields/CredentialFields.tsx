/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { SecurityRequirement } from '../../model/security-scheme.ts';
import { secretsIn } from '../../request/header-secrets.ts';
import type { Credential, HttpRequest } from '../../request/http-request.ts';
import { requiredSchemes } from '../../request/security.ts';
import { IN_PAGE } from '../credentials.ts';
import { useScene } from '../scene.ts';
import { credentialsOf, keyOrigin } from '../session.ts';
import { CredentialAid } from './CredentialAid.tsx';
import { CredentialField } from './CredentialField.tsx';
import { Field } from './Field.tsx';

/** The keys that the chosen way to authorize asks for; nothing where none is asked for. */
export function CredentialFields(): JSX.Element | null {
  const { session, text, announce, focusKey } = useScene();
  const { api, operation, store, credentials } = session;
  const { security } = store.state().values;
  const { request } = session.built();
  const needed = credentialsOf(request);
  const origin = keyOrigin(session);
  const placeless = requiredSchemes(api, operation.security[security]).filter(
    ({ id }) => !needed.some(({ scheme }) => scheme === id),
  );
  if (operation.security.length < 2 && needed.length + placeless.length === 0) return null;
  return (
    <fieldset class="console-group">
      <legend>{text.credential}</legend>
      {operation.security.length > 1 && (
        <Field
          label={text.security}
          control={(props) => (
            <select
              {...props}
              value={String(security)}
              onChange={(event) =>
                store.dispatch({ kind: 'choose-security', security: Number(event.currentTarget.value) })
              }
            >
              {operation.security.map((requirement, index) => (
                <option key={nameOf(requirement)} value={String(index)}>
                  {showInvisibles(nameOf(requirement)) || text.noCredential}
                </option>
              ))}
            </select>
          )}
        />
      )}
      {needed.map((credential) => (
        <CredentialField
          key={`${origin} ${credential.scheme}`}
          credential={credential}
          prefix={prefixOf(request, credential)}
          origin={origin}
        />
      ))}
      {placeless.map((scheme) => (
        <CredentialAid key={scheme.id} scheme={scheme} isPlaced={false} />
      ))}
      {needed.length > 0 && store.state().target === 'relay' && (
        <p class="console-notice">{fill(text.keyThroughRelay, { site: location.host })}</p>
      )}
      {needed.length > 0 && (origin !== IN_PAGE || !credentials.isEmpty()) && (
        <div class="console-row">
          {origin !== IN_PAGE && <RememberBox needed={needed} origin={origin} />}
          {!credentials.isEmpty() && (
            <button
              type="button"
              class="console-link"
              onClick={() => {
                credentials.forget();
                announce(text.forgotten);
                // The button goes with the last key.
                focusKey();
              }}
            >
              {text.forgetKeys}
            </button>
          )}
        </div>
      )}
    </fieldset>
  );
}

function prefixOf({ headers }: HttpRequest, { scheme }: Credential): string {
  // A cookie's stands before the value with other cookies.
  const secrets = headers.filter(({ name }) => name !== 'Cookie').flatMap(secretsIn);
  return secrets.find(({ credential }) => credential.scheme === scheme)?.prefix ?? '';
}

function nameOf(requirement: SecurityRequirement): string {
  return requirement.schemes.map(({ id }) => id).join(' + ');
}

function RememberBox({
  needed,
  origin,
}: {
  readonly needed: readonly Credential[];
  readonly origin: string;
}): JSX.Element {
  const { session, text } = useScene();
  const { credentials } = session;
  const id = useId();
  return (
    <span class="console-check">
      <input
        type="checkbox"
        id={id}
        checked={needed.every(({ scheme }) => credentials.isRemembered(origin, scheme))}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          for (const { scheme } of needed) credentials.remember(origin, scheme, event.currentTarget.checked);
        }}
      />
      <label for={id}>{text.rememberKey}</label>
      <span id={`${id}-hint`} class="console-note is-hint">
        {fill(text.rememberHint, { origin })}
      </span>
    </span>
  );
}
