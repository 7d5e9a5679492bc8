/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { Field } from '../fields/Field.tsx';
import { SecretInput } from '../fields/SecretInput.tsx';
import { usePartText } from '../lazy-part.tsx';
import { type Login, secretName } from './logins.ts';
import { loginsOf } from './page-logins.ts';
import { ScopeBoxes } from './ScopeBoxes.tsx';
import { askAsClient, askAsDevice, type Choice, type Errand, leave } from './sign-in.ts';
import type { Way } from './ways.ts';

interface LoginFormProps {
  readonly errand: Errand;
  readonly login: Login;
  /** At least one. */
  readonly ways: readonly Way[];
}

/** Not while the page is being left: what leads nowhere can be pressed again. */
const WORKING = ['exchanging', 'refreshing', 'discovering', 'device'];

/** What an authorization server has to know before it hands out a token. */
export function LoginForm({ errand, login, ways }: LoginFormProps): JSX.Element | null {
  const { session, scheme, origin } = errand;
  const { credentials, operation, store, place } = session;
  const text = usePartText('login');
  const form = useRef<HTMLDivElement>(null);
  const [attempted, setAttempted] = useState(false);
  const way = ways.find(({ kind }) => kind === login.way) ?? ways[0];
  if (!way) return null;

  const change = (part: Partial<Login>): void => loginsOf(credentials).change(origin, scheme.id, part);
  const { client } = scheme;
  const clientId = login.clientId ?? client?.clientId ?? '';
  const requirement = operation.security[store.state().values.security];
  const needed = requirement?.schemes.find(({ id }) => id === scheme.id)?.scopes ?? [];
  const scopes = login.scopes ?? [...new Set([...needed, ...(client?.scopes ?? [])])];
  const isBusy = WORKING.includes(login.status.kind);
  const host = URL.parse(way.startUrl || way.tokenUrl)?.host ?? '';
  const isSites = client !== undefined && clientId === client.clientId;
  const ownHint = way.kind === 'clientCredentials' ? text.clientWithSecret : text.clientOfReader;
  const clientHint = isSites ? text.clientOfSite : fill(ownHint, { host });
  const secretOrigin = new URL(way.tokenUrl).origin;

  const submit = (): void => {
    if (isBusy) return;
    setAttempted(clientId.trim() === '');
    if (clientId.trim() === '') {
      form.current?.querySelector<HTMLInputElement>('[data-client-id]')?.focus();
      return;
    }
    const choice: Choice = { way, clientId: clientId.trim(), scopes };
    const go = { authorizationCode: leave, clientCredentials: askAsClient, deviceAuthorization: askAsDevice };
    void go[way.kind](errand, choice);
  };

  return (
    <div ref={form} class="login-form">
      {ways.length > 1 && (
        <Field
          label={text.way}
          control={(props) => (
            <select
              {...props}
              value={way.kind}
              onChange={(event) => {
                const kind = event.currentTarget.value;
                const next = ways.find((one) => one.kind === kind);
                if (next) change({ way: next.kind });
              }}
            >
              {ways.map(({ kind }) => (
                <option key={kind} value={kind}>
                  {text.ways[kind]}
                </option>
              ))}
            </select>
          )}
        />
      )}
      <Field
        label={text.clientId}
        error={attempted && clientId.trim() === '' ? text.clientIdMissing : undefined}
        hint={clientHint}
        control={(props) => (
          <input
            {...props}
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            data-client-id=""
            value={clientId}
            onInput={(event) => change({ clientId: event.currentTarget.value })}
          />
        )}
      />
      {way.kind === 'clientCredentials' && (
        <SecretInput
          label={text.clientSecret}
          hint={fill(text.clientSecretHint, { origin: secretOrigin })}
          value={credentials.get(secretOrigin, secretName(scheme.id))}
          onType={(value) => credentials.set(secretOrigin, secretName(scheme.id), value)}
        />
      )}
      <ScopeBoxes known={way.scopes} needed={needed} chosen={scopes} onChoose={(next) => change({ scopes: next })} />
      {way.kind === 'authorizationCode' && !isSites && (
        <p class="console-note">
          {text.redirectUri} <code>{new URL(place.loginUrl ?? '', location.href).href}</code>
        </p>
      )}
      <div class="console-row">
        <button type="button" class="console-button" aria-disabled={isBusy} data-sign-in="" onClick={submit}>
          {fill(text.go[way.kind], { host })}
        </button>
        {login.status.kind === 'exchanging' && (
          <button type="button" class="console-button" onClick={() => loginsOf(credentials).stop(origin, scheme.id)}>
            {text.stop}
          </button>
        )}
      </div>
      {way.kind === 'authorizationCode' && <p class="console-note">{text.leaves}</p>}
      <p class="console-note" dir="auto">
        {fill(text.boundTo, { origin: showInvisibles(origin) })}
      </p>
    </div>
  );
}
