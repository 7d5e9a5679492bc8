import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Operation } from '../../model/operation.ts';
import type { Parameter } from '../../model/parameter.ts';
import { templateNames, undeclaredParameters } from '../normalize/parameter.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, flagAt } from '../spot.ts';
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

function unused(operation: Operation, parameter: Parameter, { references }: CheckInput): Diagnostic | undefined {
  const spot = references.at(parameter.source ?? '');
  if (operation.path.includes(`{${parameter.name}}`) || !spot) return undefined;
  const better = nearest(parameter.name, templateNames(operation.path));
  return diagnose(child(spot, 'name') ?? spot, {
    code: 'path-parameter-unknown',
    severity: 'warning',
    message: `The path parameter ${quoteShort(parameter.name)} does not occur in ${quoteShort(operation.path)}.`,
    fix:
      better === undefined
        ? `Write {${parameter.name}} in the path, or remove the parameter.`
        : `Did you mean "${better}"?`,
  });
}

function optional(parameter: Parameter, { references }: CheckInput): Diagnostic | undefined {
  const spot = references.at(parameter.source ?? '');
  if (!spot || flagAt(spot, 'required') === true) return undefined;
  return diagnose(child(spot, 'required') ?? child(spot, 'name') ?? spot, {
    code: 'path-parameter-optional',
    severity: 'warning',
    message: `The path parameter ${quoteShort(parameter.name)} is not marked as required; it is taken as required.`,
    fix: 'Add `required: true`.',
  });
}

/** The names in a path and the path parameters have to be the same. OpenAPI 3.2, "Path Templating". */
export const checkPathParameters: Check = (input) => {
  const told = new Set<string>();
  const found: Diagnostic[] = [];
  for (const operation of input.api.operations) {
    found.push(...undeclared(operation, input));
    for (const parameter of operation.parameters) {
      if (parameter.in !== 'path' || parameter.source === undefined) continue;
      // A parameter shared by several paths is looked at beside each, one shared by methods only once.
      const place = `${operation.path}\n${parameter.source}`;
      if (told.has(place)) continue;
      told.add(place);
      const unknown = unused(operation, parameter, input);
      if (unknown) found.push(unknown);
      const lax = told.has(`${parameter.source}`) ? undefined : optional(parameter, input);
      told.add(`${parameter.source}`);
      if (lax) found.push(lax);
    }
  }
  return found;
};
