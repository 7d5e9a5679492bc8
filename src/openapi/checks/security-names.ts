import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, entries, items, rootSpot, type Spot } from '../spot.ts';
import type { Check } from './check.ts';

function undeclared(owner: Spot | undefined, declared: readonly string[]): Diagnostic[] {
  const security = owner && child(owner, 'security');
  return (security ? items(security) : []).flatMap((alternative) =>
    entries(alternative)
      .filter(({ key }) => !declared.includes(key))
      .map(({ key, value }) => {
        const better = nearest(key, declared);
        return diagnose(value, {
          code: 'security-scheme-missing',
          severity: 'error',
          message: `There is no security scheme ${quoteShort(key)}.`,
          fix: better === undefined ? `Declare it in \`components/securitySchemes\`.` : `Did you mean "${better}"?`,
          onKey: true,
        });
      }),
  );
}

/** A requirement names a declared security scheme. OpenAPI 3.2, "Security Requirement Object". */
export const checkSecurityNames: Check = ({ api, references }) => {
  const root = rootSpot(references.main);
  const components = child(root, 'components');
  const schemes = components && child(components, 'securitySchemes');
  // By the file and not by the model, which leaves out a scheme that the structure check complains about.
  const declared = (schemes ? entries(schemes) : []).map(({ key }) => key);
  return [
    ...undeclared(root, declared),
    ...api.operations.flatMap(({ source }) => undeclared(references.at(source ?? ''), declared)),
  ];
};
