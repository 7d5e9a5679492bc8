import {
  type Check,
  fields,
  isRecord,
  isText,
  must,
  type OptionFault,
  oneOf,
  optional,
  wrong,
} from './option-checks.ts';

/**
 * An element that an owner adds to the head of every page. Only such as run nothing, load nothing from other
 * hosts and leave the policy as it is.
 */
export interface HeadTag {
  readonly tag: 'meta' | 'link';
  readonly attributes: { readonly [name: string]: string };
}

/** What a link may be to other hosts too: a browser loads nothing from there. */
const RELATIONS = ['alternate', 'author', 'help', 'license', 'me', 'privacy-policy', 'search', 'terms-of-service'];
/** What browsers load, and the policy lets through from the site alone. */
const LOADED = ['apple-touch-icon', 'icon', 'manifest', 'mask-icon'];

/** Why something that one might expect is refused. */
const REFUSED: ReadonlyMap<unknown, string> = new Map([
  ['script', 'No script is added by options; a replaced component may have one.'],
  ['style', 'Use the option "css".'],
  ['stylesheet', 'Use the option "css".'],
  ['base', 'Use the option "base" of Astro.'],
  ['canonical', 'One address for every page would take all others out of search engines. Remove it.'],
  ['preconnect', 'Pages reach out to no other host by themselves. Remove it.'],
  ['dns-prefetch', 'Pages reach out to no other host by themselves. Remove it.'],
]);

const isValue = must((value) => typeof value === 'string', 'a text');

const metaAttributes = fields({
  name: optional(
    must(
      (value) => isText(value) && !/^referrer$/i.test(value.trim()),
      'a name other than "referrer", which pages set',
    ),
  ),
  property: optional(must(isText, 'a text')),
  content: isValue,
  media: optional(isValue),
});

const linkAttributes = fields({
  rel: explained(oneOf([...RELATIONS, ...LOADED])),
  href: must(
    (value) => typeof value === 'string' && /^(?:\/(?![/\\])|https:\/\/)/.test(value),
    'a path that starts with "/" or an address that starts with "https://"',
  ),
  type: optional(isValue),
  hreflang: optional(isValue),
  title: optional(isValue),
  sizes: optional(isValue),
  media: optional(isValue),
  color: optional(isValue),
});

const isTag = explained(oneOf(['meta', 'link']));

/** Checks one element of the option `head`. */
export const headTag: Check = (value, path) => {
  const tag = isRecord(value) ? value.tag : undefined;
  if (tag !== 'meta' && tag !== 'link') {
    return isRecord(value) ? isTag(tag, [...path, 'tag']) : fields({ tag: isTag, attributes: isValue })(value, path);
  }
  const faults = fields({ tag: isTag, attributes: tag === 'meta' ? metaAttributes : linkAttributes })(value, path);
  const attributes = isRecord(value) ? value.attributes : undefined;
  if (faults.length > 0 || !isRecord(attributes)) return faults;
  return tag === 'meta'
    ? namedOnce(attributes, [...path, 'attributes'])
    : loadedFromHere(attributes, [...path, 'attributes']);
};

function namedOnce(attributes: { readonly [name: string]: unknown }, path: readonly (string | number)[]) {
  const isNamed = (attributes.name === undefined) !== (attributes.property === undefined);
  return isNamed ? [] : [wrong(path, attributes, 'an object with content and either name or property')];
}

function loadedFromHere({ rel, href }: { readonly [name: string]: unknown }, path: readonly (string | number)[]) {
  const isElsewhere = typeof href === 'string' && !href.startsWith('/');
  if (!isElsewhere || !LOADED.some((one) => one === rel)) return [];
  return [wrong([...path, 'href'], href, `a path that starts with "/", since a browser loads what is ${rel}`)];
}

/** The same check, with the reason where there is one to tell. */
function explained(check: Check): Check {
  return (value, path) =>
    check(value, path).map((fault): OptionFault => ({ ...fault, fix: REFUSED.get(value) ?? fault.fix }));
}
