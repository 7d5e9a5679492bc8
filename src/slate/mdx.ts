/** How one page's text is rewritten for MDX. */
export interface Rewriting {
  /** The new address of a link; nothing where it has none, and its text alone stays. */
  readonly link: (href: string) => string | undefined;
  /** The new address of an image; nothing where there is no such file. */
  readonly image: (src: string) => string | undefined;
  /** Told of HTML that is shown as text. */
  readonly left: (html: string) => void;
}

/** Elements that a guide can hold as they are. */
const KEPT = new Set(
  'a b strong i em u s del ins mark small sub sup kbd code samp var abbr q cite span p div ul ol li dl dt dd table thead tbody tr th td details summary blockquote pre'.split(
    ' ',
  ),
);
const EMPTY = new Set(['br', 'hr', 'img']);

const TAG = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^<>]*)?)(\/?)>/g;
const AUTOLINK = /<(https?:\/\/[^\s<>]+|mailto:[^\s<>]+|[\w.+-]+@[\w.-]+\.\w+)>/g;

/** A code span: it ends with as many ticks as it began with (CommonMark 0.31, section 6.1). */
const CODE = /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g;

/** Markdown of a Slate page as MDX: what MDX would take for code is shown as the text it is. */
export function toMdx(text: string, rewriting: Rewriting): string {
  let written = '';
  let at = 0;
  for (const { 0: code, index } of text.matchAll(CODE)) {
    written += rewriteText(text.slice(at, index), rewriting) + code;
    at = index + code.length;
  }
  written += rewriteText(text.slice(at), rewriting);
  // A paragraph that begins so would be a module's.
  return written.replace(/^(import|export)\b/gm, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
}

function rewriteText(text: string, rewriting: Rewriting): string {
  const linked = text
    .replace(AUTOLINK, (_, address: string) => `[${address}](${address.includes(':') ? address : `mailto:${address}`})`)
    .replace(
      /(!?)\[([^\]]*)\]\(\s*<?([^\s()<>]*)>?((?:\s+"[^"]*")?)\s*\)/g,
      (_, mark: string, label: string, href: string, title: string) => {
        const to = mark ? rewriting.image(href) : rewriting.link(href);
        return to === undefined ? label : `${mark}[${label}](${to}${title})`;
      },
    );
  const tags = [...linked.matchAll(TAG)];
  const kept = pairTags(tags);
  let written = '';
  let at = 0;
  for (const tag of tags) {
    written += escapeMdx(linked.slice(at, tag.index));
    at = tag.index + tag[0].length;
    if (tag[0].startsWith('<!--')) continue;
    const shown = kept.has(tag) ? writeTag(tag, rewriting, kept) : undefined;
    if (shown === undefined) rewriting.left(tag[0]);
    written += shown ?? escapeMdx(tag[0]);
  }
  return written + escapeMdx(linked.slice(at));
}

/** Tags that are whole: each opening one with its end, in order. */
function pairTags(tags: readonly RegExpExecArray[]): Map<RegExpExecArray, RegExpExecArray> {
  const pairs = new Map<RegExpExecArray, RegExpExecArray>();
  const open: RegExpExecArray[] = [];
  for (const tag of tags) {
    const name = tag[2]?.toLowerCase() ?? '';
    if (EMPTY.has(name)) pairs.set(tag, tag);
    else if (!KEPT.has(name) || tag[4] === '/') continue;
    else if (tag[1] !== '/') open.push(tag);
    else {
      const at = open.findLastIndex((one) => one[2]?.toLowerCase() === name);
      const opening = open[at];
      if (!opening) continue;
      open.length = at;
      pairs.set(opening, tag);
      pairs.set(tag, opening);
    }
  }
  return pairs;
}

function writeTag(
  tag: RegExpExecArray,
  rewriting: Rewriting,
  pairs: ReadonlyMap<RegExpExecArray, RegExpExecArray>,
): string | undefined {
  const [, closing, written = '', attributes = ''] = tag;
  const name = written.toLowerCase();
  if (name === 'br' || name === 'hr') return `<${name} />`;
  if (name === 'img') {
    const src = rewriting.image(attribute(attributes, 'src') ?? '');
    const alt = attribute(attributes, 'alt') ?? '';
    return src === undefined ? escapeMdx(alt) : `![${escapeMdx(alt)}](${src})`;
  }
  if (name !== 'a') return `<${closing}${name}>`;
  const opening = closing ? pairs.get(tag) : tag;
  const given = attribute(opening?.[3] ?? '', 'href');
  const href = given === undefined ? undefined : rewriting.link(given);
  if (href === undefined) return '';
  return closing ? '</a>' : `<a href="${href.replaceAll('"', '%22').replaceAll('&', '&amp;')}">`;
}

function attribute(text: string, name: string): string | undefined {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(text);
  return match ? (match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

/** A `<` before anything but a space begins a tag there, be it a digit or a sign. */
function escapeMdx(text: string): string {
  return text.replace(/(?<!\\)[{}]/g, (char) => `\\${char}`).replace(/(?<!\\)<(?=\S)/g, '&lt;');
}
