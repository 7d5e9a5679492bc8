/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import type { Parameter, ParameterIn } from '../../model/parameter.ts';
import { useScene } from '../scene.ts';
import { isParameter } from '../wording.ts';
import { ParameterField } from './ParameterField.tsx';

const PLACES: readonly ParameterIn[] = ['path', 'query', 'querystring', 'header', 'cookie'];
const TITLES = {
  path: 'parametersPath',
  query: 'parametersQuery',
  querystring: 'parametersQuerystring',
  header: 'parametersHeader',
  cookie: 'parametersCookie',
} as const;

/** The parameters by place, the optional ones folded away. */
export function ParameterFields(): JSX.Element {
  const { operation } = useScene().session;
  return (
    <>
      {PLACES.map((place) => {
        const here = operation.parameters.filter((parameter) => parameter.in === place);
        return here.length > 0 && <ParameterGroup key={place} place={place} parameters={here} />;
      })}
    </>
  );
}

function ParameterGroup(props: {
  readonly place: ParameterIn;
  readonly parameters: readonly Parameter[];
}): JSX.Element {
  const { session, text } = useScene();
  const { place, parameters } = props;
  const optional = parameters.filter((parameter) => !parameter.required);
  const isAtFault = (parameter: Parameter): boolean =>
    [...session.built().problems, ...session.rejections.of(session.store.state().values)].some(({ field }) =>
      isParameter(parameter)(field),
    );
  return (
    <fieldset class="console-group">
      <legend>{text[TITLES[place]]}</legend>
      {parameters
        .filter((parameter) => parameter.required)
        .map((parameter) => (
          <ParameterField key={parameter.name} parameter={parameter} />
        ))}
      {optional.length > 0 && (
        <details open={optional.some(isAtFault) || undefined}>
          <summary>{fill(text.optionalParameters, { count: optional.length })}</summary>
          {optional.map((parameter) => (
            <ParameterField key={parameter.name} parameter={parameter} />
          ))}
        </details>
      )}
    </fieldset>
  );
}
