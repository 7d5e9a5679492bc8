import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { fragmentTarget } from '../../model/fragment-target.ts';
import { originOf } from '../origins.ts';
import { SCHEME } from '../reference-text.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, type Spot } from '../spot.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';
import { headingWords, readAddresses } from './markdown-addresses.ts';

/** The objects whose `description` is Markdown. Of the main ones, the text may link to its own ids. */
const OBJECTS = [
  ...['info', 'tag', 'server', 'server-variable', 'path-item', 'operation', 'parameter', 'request-body', 'response'],
  ...['media-type', 'header', 'example', 'link', 'security-scheme', 'schema'],
];
const MAIN: ReadonlySet<string> = new Set(['info', 'tag', 'operation']);

/** Few texts have links, and only those are read. */
const MAY_LINK = /\]\s*[([:]|<a\s/i;

/** Why a link is shown as its words alone; nothing where it leads somewhere. */
function faultOf(href: string, leads: (fragment: string) => boolean): { why: string; fix: string } | undefined {
  if (/^(?:https?:\/\/|mailto:)/i.test(href) && URL.canParse(href)) return undefined;
  if (href.startsWith('#')) {
    const why = 'leads to nothing in its text or the API';
    return leads(href.slice(1)) ? undefined : { why, fix: 'Correct it, or remove the link.' };
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

/** @param leadsOn - whether a fragment names something outside the text */
function deadLinks(text: Spot, isMain: boolean, leadsOn: (fragment: string) => boolean): Diagnostic[] {
  if (text.node.kind !== 'string' || !MAY_LINK.test(text.node.value)) return [];
  const { links, ids } = readAddresses(text.node.value);
  const headings = isMain ? headingWords(text.node.value) : new Set<string>();
  const leads = (fragment: string): boolean =>
    (isMain && (ids.has(fragment) || headings.has(fragment))) || leadsOn(fragment);
  const from = new Map<string, number>();
  return links.flatMap((href) => {
    const spot = spotOf(text, href, from.get(href) ?? 0);
    if (spot !== text) from.set(href, spot.node.end);
    const fault = faultOf(href, leads);
    if (!fault) return [];
    const message = `The link to ${quoteShort(href)} ${fault.why}; it is shown as text.`;
    return diagnose(spot, { code: 'link-dead', severity: 'warning', message, fix: fault.fix });
  });
}

/** Links in descriptions lead somewhere: to a web or mail address, an id in the same text, or another part of the API. */
export const checkMarkdownLinks: Check = ({ references, api }) => {
  const headings = headingWords(api.description ?? '');
  const leadsOn = (fragment: string): boolean => fragmentTarget(api, fragment, headings) !== undefined;
  const inventory = takeInventory(references);
  return OBJECTS.flatMap((name) =>
    inventory.of(name).flatMap((owner) => {
      const text = child(owner, 'description');
      return text ? deadLinks(text, MAIN.has(name), leadsOn) : [];
    }),
  );
};
