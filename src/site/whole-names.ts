import type { HastPlugin } from './guide-nodes.ts';

/** Longer names have to break on a narrow screen. */
const LONGEST = 24;

/** The class of a name in code whose hyphens end no line: half of `--dry-run` is another flag. */
const CLASS = 'whole';

function isWhole(text: string): boolean {
  return text.length <= LONGEST && /^\S*-\S*$/.test(text);
}

/** @param html - clean: every tag is whole, `code` has no attributes */
export function markWholeNames(html: string): string {
  return html.replace(/(?<!<pre>)<code>([^<]*-[^<]*)<\/code>/g, (code, text: string) =>
    isWhole(text.replace(/&\w+;/g, '&')) ? `<code class="${CLASS}">${text}</code>` : code,
  );
}

/** In blocks of code the class means nothing. */
export const markGuideNames: HastPlugin = {
  name: 'curlew-guide-names',
  element: {
    filter: ['code'],
    visit(node, context) {
      // Code in blocks may have classes of its own.
      if (node.properties.className === undefined && isWhole(context.textContent(node)))
        context.setProperty(node, 'className', [CLASS]);
    },
  },
};
