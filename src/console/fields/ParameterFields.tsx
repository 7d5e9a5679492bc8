/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
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
  const [isOpen, setOpen] = useState(false);
  // What is filled in is seen without unfolding; nothing moves while the reader types among the others.
  const raised = useRef(new Set<string>());
  for (const { name } of isOpen ? [] : optional) {
    if (session.store.state().values.parameters.some((one) => one.in === place && one.name === name)) {
      raised.current.add(name);
    }
  }
  const isAtFault = (parameter: Parameter): boolean =>
    [...session.built().problems, ...session.rejections.of(session.store.state().values)].some(({ field }) =>
      isParameter(parameter)(field),
    );
  const isShown = ({ required, name }: Parameter): boolean => required || raised.current.has(name);
  const folded = optional.filter((parameter) => !isShown(parameter));
  const draw = (parameter: Parameter): JSX.Element => <ParameterField key={parameter.name} parameter={parameter} />;
  return (
    <fieldset class="console-group">
      <legend>{text[TITLES[place]]}</legend>
      {parameters.filter((parameter) => parameter.required).map(draw)}
      {optional.filter(isShown).map(draw)}
      {folded.length > 0 && (
        <details
          open={isOpen || folded.some(isAtFault) || undefined}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          <summary>{fill(text.optionalParameters, { count: folded.length })}</summary>
          {folded.map(draw)}
        </details>
      )}
    </fieldset>
  );
}
