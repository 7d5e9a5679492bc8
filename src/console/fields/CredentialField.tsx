/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ConsoleMessages } from '../../i18n/en.ts';
import { fill } from '../../i18n/translate.ts';
import type { SecurityScheme } from '../../model/security-scheme.ts';
import type { Credential } from '../../request/http-request.ts';
import { requiredSchemes } from '../../request/security.ts';
import { IN_PAGE } from '../credentials.ts';
import type { RunState } from '../run.ts';
import { useChanges, useScene } from '../scene.ts';
import { DUMMY_KEY, keyProblem } from '../session.ts';
import { isSandbox } from '../state.ts';
import { CredentialAid, needsAid } from './CredentialAid.tsx';
import { SecretInput, type SecretInputProps } from './SecretInput.tsx';
import { shortText } from './short-text.ts';
import { joinUser, splitUser, withUser } from './user-password.ts';

interface CredentialFieldProps {
  readonly credential: Credential;
  /** What is sent before the key: `Bearer `. */
  readonly prefix: string;
  /** What the key is bound to. */
  readonly origin: string;
}

/** One key. It is typed, held and sent for the origin shown, and for no other without the reader's word. */
export function CredentialField({ credential, prefix, origin }: CredentialFieldProps): JSX.Element {
  const { session, text } = useScene();
  const { api, operation, store, credentials, run } = session;
  useChanges(run);
  const { values, target, attempted } = store.state();
  const scheme = requiredSchemes(api, operation.security[values.security]).find(({ id }) => id === credential.scheme);
  const elsewhere = isSandbox(target) ? undefined : credentials.elsewhere(origin, credential.scheme);

  // A refused key is pointed at until it is changed or sent again.
  const [changedAfter, setChangedAfter] = useState(numberOf(run.state()));
  const isRefused = isUnauthorized(run.state(), origin) && numberOf(run.state()) > changedAfter;
  const [joined, setJoined] = useState(false);
  const problem = keyProblem(session, credential);
  const error =
    problem === 'characters'
      ? text.keyCharacters
      : problem === 'missing' && attempted
        ? fill(session.place.serversOnly ? text.keyNeeded : text.keyMissing, { origin })
        : isRefused
          ? text.unauthorized
          : undefined;

  const value = credentials.get(origin, credential.scheme);
  const type = (next: string): void => {
    setChangedAfter(numberOf(run.state()));
    credentials.set(origin, credential.scheme, next);
  };
  const input: SecretInputProps = {
    value,
    onType: type,
    onJoin: setJoined,
    error,
    ...(isSandbox(target)
      ? { hint: fill(text.dummyKey, { key: DUMMY_KEY }), placeholder: DUMMY_KEY }
      : { hint: shortText(scheme?.description) }),
  };
  return (
    <>
      {credential.form === 'basic' ? (
        <UserAndPassword {...input} />
      ) : (
        <SecretInput {...input} label={labelOf(text, scheme, credential.scheme)} />
      )}
      {scheme && (joined || needsAid(scheme, value)) && (
        <CredentialAid
          scheme={scheme}
          isPlaced
          joined={joined}
          onMend={type}
          {...(credential.form === 'raw' ? { value, prefix } : {})}
        />
      )}
      {elsewhere !== undefined && (
        <p class="console-notice is-warning">
          {elsewhere === IN_PAGE
            ? fill(text.keyElsewhereInPage, { to: origin })
            : fill(text.keyElsewhere, { from: elsewhere, to: origin })}{' '}
          <button
            type="button"
            class="console-button"
            onClick={() => credentials.adopt(elsewhere, origin, credential.scheme)}
          >
            {fill(text.useKeyHere, { to: origin })}
          </button>
        </p>
      )}
    </>
  );
}

function UserAndPassword({ value, onType, ...rest }: Omit<SecretInputProps, 'label'>): JSX.Element {
  const { text } = useScene();
  const { user, password } = splitUser(value);
  return (
    <>
      <SecretInput {...rest} label={text.userLabel} value={user} onType={(typed) => onType(withUser(value, typed))} />
      <SecretInput
        label={text.passwordLabel}
        value={password}
        onType={(typed) => onType(joinUser({ user, password: typed }))}
      />
    </>
  );
}

function labelOf(text: ConsoleMessages, scheme: SecurityScheme | undefined, id: string): string {
  if (scheme?.kind === 'apiKey') return fill(text.keyLabel, { name: scheme.name });
  if (scheme?.kind === 'http') return fill(text.tokenLabel, { scheme: scheme.scheme });
  return fill(text.otherCredentialLabel, { scheme: id });
}

function isUnauthorized(state: RunState, origin: string): boolean {
  if (state.kind !== 'answered' || state.answer.status !== 401) return false;
  // Behind a relay its address stands before.
  return origin === IN_PAGE || origin.endsWith(URL.parse(state.request.url)?.origin ?? ' ');
}

function numberOf(state: RunState): number {
  return state.kind === 'idle' ? 0 : state.number;
}
