/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { isSecretVariable } from '../../model/secret-names.ts';
import type { ServerVariable } from '../../model/server.ts';
import { useScene } from '../scene.ts';
import { canRelay, relayUrl } from '../session.ts';
import type { FormAction } from '../state.ts';
import { problemText } from '../wording.ts';
import { Field } from './Field.tsx';
import { MaskedInput } from './MaskedInput.tsx';
import { shortText } from './short-text.ts';

/** Who answers, with one honest line about where the request goes. */
export function TargetField(): JSX.Element {
  const { session, text } = useScene();
  const { store, operation, place } = session;
  const { target, values } = store.state();
  const { problems } = session.built();
  const sandboxOrigin = place.sandboxUrl && URL.parse(place.sandboxUrl)?.origin;
  // Of an address that is none there is nothing to say but that.
  const origin = URL.parse(session.built().request.url)?.origin ?? '';
  const about =
    target === 'in-page'
      ? text.aboutInPage
      : target === 'relay'
        ? fill(text.aboutRelay, {
            relay: relayUrl(session),
            origin,
          })
        : origin && fill(target === 'local' ? text.aboutLocal : text.aboutServer, { origin });
  const server = operation.servers[values.server];
  const error = problemText(text, problems, ({ kind }) => kind === 'server' || kind === 'method');

  return (
    <>
      <Field
        label={text.answeredBy}
        hint={about}
        error={error}
        control={(props) => (
          <select
            {...props}
            data-target=""
            value={target === 'server' || target === 'relay' ? `${target}-${values.server}` : target}
            onChange={(event) => store.dispatch(targetAction(event.currentTarget.value))}
          >
            {!place.serversOnly && <option value="in-page">{text.targetInPage}</option>}
            {sandboxOrigin && <option value="local">{fill(text.targetLocal, { origin: sandboxOrigin })}</option>}
            {operation.servers.map(({ url, name }, index) => (
              <option key={`${index}-${url}`} value={`server-${index}`}>
                {showInvisibles(name ? fill(text.targetServerNamed, { url, name }) : url)}
              </option>
            ))}
            {operation.servers.map(
              ({ url }, index) =>
                canRelay(session, url) && (
                  <option key={`relay-${index}`} value={`relay-${index}`}>
                    {fill(text.targetRelay, { url: showInvisibles(url), path: place.relay ?? '' })}
                  </option>
                ),
            )}
          </select>
        )}
      />
      {server && server.variables.length > 0 && (
        <fieldset class="console-group">
          <legend>{text.serverVariables}</legend>
          {server.variables.map((variable) => (
            <VariableField key={variable.name} variable={variable} />
          ))}
        </fieldset>
      )}
    </>
  );
}

function targetAction(value: string): FormAction {
  if (value === 'in-page' || value === 'local') return { kind: 'choose-target', target: value };
  const [target, server] = value.split('-');
  return { kind: 'choose-target', target: target === 'relay' ? target : 'server', server: Number(server) };
}

function VariableField({ variable }: { readonly variable: ServerVariable }): JSX.Element {
  const { session, text } = useScene();
  const { name } = variable;
  const { serverVariables } = session.store.state().values;
  const value = serverVariables.find((one) => one.name === name)?.value ?? variable.default;
  const set = (next: string): void => session.store.dispatch({ kind: 'set-server-variable', name, value: next });
  return (
    <Field
      label={name}
      isCode
      hint={shortText(variable.description)}
      error={problemText(
        text,
        session.built().problems,
        (field) => field.kind === 'server-variable' && field.name === name,
      )}
      control={(props) =>
        variable.enum.length > 0 ? (
          <select {...props} value={value} onChange={(event) => set(event.currentTarget.value)}>
            {variable.enum.map((choice) => (
              <option key={choice} value={choice}>
                {showInvisibles(choice)}
              </option>
            ))}
          </select>
        ) : isSecretVariable(variable) ? (
          <MaskedInput
            {...props}
            label={name}
            placeholder=""
            value={value}
            onInput={(event) => set(event.currentTarget.value)}
          />
        ) : (
          <input
            {...props}
            type="text"
            spellcheck={false}
            autocomplete="off"
            value={value}
            onInput={(event) => set(event.currentTarget.value)}
          />
        )
      }
    />
  );
}
