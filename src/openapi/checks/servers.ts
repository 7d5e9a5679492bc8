import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Suggest } from '../../diagnostics/nearest.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, entries, items, type Spot, scalarText } from '../spot.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';

function namesIn(url: string): string[] {
  return [...url.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

function addressFinding(url: string): { message: string; fix: string } | undefined {
  const bare = url.replaceAll(/\{[^{}]*\}/g, '1');
  if (/[{}]/.test(bare)) {
    return { message: `A brace of ${quoteShort(url)} has no partner.`, fix: 'Write each variable as {name}.' };
  }
  if (/[?#]/.test(bare)) {
    return {
      message: `${quoteShort(url)} has a query or a fragment, but paths are appended to it.`,
      fix: 'End it with the path.',
    };
  }
  if (/\s/.test(bare.trim()) || !URL.canParse(bare, 'https://example.com/')) {
    return { message: `${quoteShort(url)} is no URL.`, fix: 'Write an address such as "https://api.example.com".' };
  }
  if (/^[\w-]+(?:\.[\w-]+)+(?:[/:]|$)/.test(bare)) {
    return {
      message: `${quoteShort(url)} lacks its scheme, so it is a relative path.`,
      fix: `Write ${quoteShort(`https://${url}`)}.`,
    };
  }
  return undefined;
}

function variables(server: Spot, url: Spot, text: string, suggest: Suggest): Diagnostic[] {
  const map = child(server, 'variables');
  const declared = map ? entries(map) : [];
  const names = new Set(declared.map(({ key }) => key));
  const used = new Set(namesIn(text));
  const missing = [...used]
    .filter((name) => !names.has(name))
    .map((name) => {
      const better = suggest(name, names);
      return diagnose(url, {
        code: 'server-variable-missing',
        severity: 'warning',
        message: `The address uses {${name}}, but the server declares no variable with that name.`,
        fix:
          better === undefined ? `Add \`${name}\` with its \`default\` to \`variables\`.` : `Did you mean {${better}}?`,
      });
    });
  const unused = declared
    .filter(({ key }) => !used.has(key))
    .map(({ key, value }) => {
      const message = `The address doesn't use the variable ${quoteShort(key)}.`;
      const fix = `Write {${key}} in \`url\`, or remove the variable.`;
      return diagnose(value, { code: 'server-variable-unused', severity: 'warning', message, fix, onKey: true });
    });
  return [...missing, ...unused];
}

/** A variable that offers choices takes one of them when its reader chooses none. */
function badDefault(variable: Spot, suggest: Suggest): Diagnostic[] {
  const list = child(variable, 'enum');
  const preset = child(variable, 'default');
  const text = preset && scalarText(preset);
  const choices = (list ? items(list) : []).flatMap((item) => scalarText(item) ?? []);
  if (!preset || text === undefined || choices.length === 0 || choices.includes(text)) return [];
  const better = suggest(text, choices);
  const message = `The default ${quoteShort(text)} is none of the values of this variable.`;
  const fix = better === undefined ? `Write one of ${choices.slice(0, 6).join(', ')}.` : `Did you mean "${better}"?`;
  return [diagnose(preset, { code: 'server-variable-default', severity: 'warning', message, fix })];
}

/** Where requests go. OpenAPI 3.2, "Server Object" and "Server Variable Object". */
export const checkServers: Check = ({ references, suggest }) => {
  const inventory = takeInventory(references);
  return [
    ...inventory.of('server').flatMap((server) => {
      const url = child(server, 'url');
      const text = url && scalarText(url);
      if (!url || text === undefined) return [];
      const finding = addressFinding(text);
      return [
        ...(finding ? [diagnose(url, { code: 'server-url-malformed', severity: 'warning', ...finding })] : []),
        ...variables(server, url, text, suggest),
      ];
    }),
    ...inventory.of('server-variable').flatMap((variable) => badDefault(variable, suggest)),
  ];
};
