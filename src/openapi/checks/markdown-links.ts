import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { originOf } from '../origins.ts';
import { SCHEME } from '../reference-text.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, type Spot } from '../spot.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';
import { readAddresses } from './markdown-addresses.ts';

/** The objects whose `description` is Markdown. Of the main ones, the text may link to its own ids. */
const OBJECTS = [
  ...['info', 'tag', 'server', 'server-variable', 'path-item', 'operation', 'parameter', 'request-body', 'response'],
  ...['media-type', 'header', 'example', 'link', 'security-scheme', 'schema'],
];
const MAIN: ReadonlySet<string> = new Set(['info', 'operation']);

/** Few texts have links, and only those are read. */
const MAY_LINK = /\]\s*[([:]|<a\s/i;

/** Why a link is shown as its words alone; nothing where it leads somewhere. */
function faultOf(href: string, ids: ReadonlySet<string>): { why: string; fix: string } | undefined {
  if (/^(?:https?:\/\/|mailto:)/i.test(href) && URL.canParse(href)) return undefined;
  if (href.startsWith('#')) {
    const why = 'leads to nothing in its text';
    return ids.has(href.slice(1)) ? undefined : { why, fix: 'Correct it, or remove the link.' };
  }
  if (SCHEME.test(href)) {
    return { why: 'is no address that a reader may follow', fix: 'Write an address with `https:` or `mailto:`.' };
  }
  return { why: 'has no host, so it leads nowhere', fix: 'Write the whole address, with `https://`.' };
}

/** The part of a text that spells an address, in its author's file; the text itself where it is spelled otherwise. */
function spotOf(text: Spot, href: string, from: number): Spot {
  const { node } = text;
  const origin = originOf(node);
  // The same object for all texts of a file, so that its lines are counted once.
  const file = origin ? { ...text.file, ...origin } : text.file;
  const at = href === '' ? -1 : file.text.slice(0, node.end).indexOf(href, Math.max(from, node.start));
  return at < 0 ? text : { ...text, file, node: { ...node, start: at, end: at + href.length } };
}

function deadLinks(text: Spot, isMain: boolean): Diagnostic[] {
  if (text.node.kind !== 'string' || !MAY_LINK.test(text.node.value)) return [];
  const { links, ids } = readAddresses(text.node.value);
  const from = new Map<string, number>();
  return links.flatMap((href) => {
    const spot = spotOf(text, href, from.get(href) ?? 0);
    if (spot !== text) from.set(href, spot.node.end);
    const fault = faultOf(href, isMain ? ids : new Set());
    if (!fault) return [];
    const message = `The link to ${quoteShort(href)} ${fault.why}; it is shown as text.`;
    return diagnose(spot, { code: 'link-dead', severity: 'warning', message, fix: fault.fix });
  });
}

/** Links in descriptions lead somewhere: to a web or mail address, or to an id in the same text. */
export const checkMarkdownLinks: Check = ({ references }) => {
  const inventory = takeInventory(references);
  return OBJECTS.flatMap((name) =>
    inventory.of(name).flatMap((owner) => {
      const text = child(owner, 'description');
      return text ? deadLinks(text, MAIN.has(name)) : [];
    }),
  );
};
