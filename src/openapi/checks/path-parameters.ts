import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Suggest } from '../../diagnostics/nearest.ts';
import type { Operation } from '../../model/operation.ts';
import type { Parameter } from '../../model/parameter.ts';
import { templateNames, undeclaredParameters } from '../normalize/parameter.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, flagAt, type Spot } from '../spot.ts';
import type { Check, CheckInput } from './check.ts';

function undeclared(operation: Operation, { references }: CheckInput): Diagnostic[] {
  const spot = references.at(operation.source ?? '');
  if (!spot) return [];
  const declared = operation.parameters.filter(({ source }) => source !== undefined);
  // It may be what a reference to nothing should have led to, and such a reference stops no build.
  const isLost = operation.missingParameters !== undefined;
  return undeclaredParameters(operation.path, declared).map(({ name }) =>
    diagnose(spot, {
      code: 'path-parameter-missing',
      severity: isLost ? 'warning' : 'error',
      message: `${quoteShort(operation.path)} uses {${name}}, but ${operation.method} declares no path parameter with that name${isLost ? '; it is taken as a text' : ''}.`,
      fix: `Add a parameter with \`in: path\`, \`name: ${name}\` and \`required: true\` here or on the path item.`,
    }),
  );
}

function unused({ path }: Operation, { name }: Parameter, spot: Spot, suggest: Suggest): Diagnostic[] {
  if (path.includes(`{${name}}`)) return [];
  const better = suggest(name, templateNames(path));
  return [
    diagnose(child(spot, 'name') ?? spot, {
      code: 'path-parameter-unknown',
      severity: 'warning',
      message: `The path parameter ${quoteShort(name)} does not occur in ${quoteShort(path)}.`,
      fix: better === undefined ? `Write {${name}} in the path, or remove the parameter.` : `Did you mean "${better}"?`,
    }),
  ];
}

function optional({ name }: Parameter, spot: Spot): Diagnostic[] {
  if (flagAt(spot, 'required') === true) return [];
  return [
    diagnose(child(spot, 'required') ?? child(spot, 'name') ?? spot, {
      code: 'path-parameter-optional',
      severity: 'warning',
      message: `The path parameter ${quoteShort(name)} is not marked as required; it is taken as required.`,
      fix: 'Add `required: true`.',
    }),
  ];
}

/** The names in a path and the path parameters have to be the same. OpenAPI 3.2, "Path Templating". */
export const checkPathParameters: Check = (input) => {
  const { api, references, suggest } = input;
  // A parameter shared by several paths is looked at beside each, one shared by methods only once.
  const pathsOf = new Map<Spot['node'], Set<string>>();
  const found: Diagnostic[] = [];
  for (const operation of api.operations) {
    found.push(...undeclared(operation, input));
    for (const parameter of operation.parameters) {
      const spot = parameter.in === 'path' && parameter.source !== undefined && references.at(parameter.source);
      if (!spot) continue;
      const paths = pathsOf.get(spot.node) ?? new Set<string>();
      if (paths.has(operation.path)) continue;
      found.push(...unused(operation, parameter, spot, suggest));
      if (paths.size === 0) found.push(...optional(parameter, spot));
      pathsOf.set(spot.node, paths.add(operation.path));
    }
  }
  return found;
};
