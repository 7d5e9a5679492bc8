import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Suggest } from '../../diagnostics/nearest.ts';
import type { SecurityScheme } from '../../model/security-scheme.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, entries, items, rootSpot, type Spot, scalarText } from '../spot.ts';
import type { Check, CheckInput } from './check.ts';
import { everyOperation } from './operations.ts';

interface Declared {
  /** By the file and not by the model, which leaves out a scheme that the structure check complains about. */
  readonly names: ReadonlySet<string>;
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  /** Where schemes are declared, as the author's version calls it. */
  readonly place: string;
  readonly suggest: Suggest;
}

function declaredIn({ api, references, version, suggest }: CheckInput): Declared {
  const components = child(rootSpot(references.main), 'components');
  const schemes = components && child(components, 'securitySchemes');
  return {
    names: new Set((schemes ? entries(schemes) : []).map(({ key }) => key)),
    schemes: new Map(api.securitySchemes.map((scheme) => [scheme.id, scheme])),
    place: version === '2.0' ? 'securityDefinitions' : 'components/securitySchemes',
    suggest,
  };
}

function undeclaredScheme(name: string, value: Spot, { names, place, suggest }: Declared): Diagnostic {
  const better = suggest(name, names);
  return diagnose(value, {
    code: 'security-scheme-missing',
    severity: 'warning',
    message: `There is no security scheme ${quoteShort(name)}.`,
    fix: better === undefined ? `Declare it in \`${place}\`.` : `Did you mean "${better}"?`,
    onKey: true,
  });
}

function undeclaredScopes(value: Spot, scheme: SecurityScheme | undefined, suggest: Suggest): Diagnostic[] {
  if (scheme?.kind !== 'oauth2') return [];
  const scopes = new Set(scheme.flows.flatMap((flow) => flow.scopes.map(({ name }) => name)));
  return items(value).flatMap((item) => {
    const scope = scalarText(item);
    if (scope === undefined || scopes.has(scope)) return [];
    const better = suggest(scope, scopes);
    return diagnose(item, {
      code: 'security-scope-missing',
      severity: 'warning',
      message: `No flow of ${quoteShort(scheme.id)} declares the scope ${quoteShort(scope)}.`,
      fix: better === undefined ? 'Add it to the `scopes` of a flow.' : `Did you mean ${quoteShort(better)}?`,
    });
  });
}

function requirements(owner: Spot | undefined, declared: Declared): Diagnostic[] {
  const security = owner && child(owner, 'security');
  return (security ? items(security) : []).flatMap((alternative) =>
    entries(alternative).flatMap(({ key, value }) =>
      // OpenAPI 3.2 lets a requirement name a scheme by its address.
      declared.names.has(key) || /[/#]/.test(key)
        ? undeclaredScopes(value, declared.schemes.get(key), declared.suggest)
        : undeclaredScheme(key, value, declared),
    ),
  );
}

/** A requirement names a declared security scheme and its scopes. OpenAPI 3.2, "Security Requirement Object". */
export const checkSecurityNames: Check = (input) => {
  const { api, references } = input;
  const declared = declaredIn(input);
  const sources = new Set(everyOperation(api).flatMap(({ source }) => source ?? []));
  return [
    ...requirements(rootSpot(references.main), declared),
    ...[...sources].flatMap((source) => requirements(references.at(source), declared)),
  ];
};
