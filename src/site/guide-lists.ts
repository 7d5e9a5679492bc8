import type { SiteMessages } from '../i18n/en.ts';
import { fill } from '../i18n/translate.ts';
import { element, type HastPlugin, text } from './guide-nodes.ts';

const ALIGNED = new Map([
  ['text-align: center', 'align-center'],
  ['text-align: right', 'align-end'],
]);

/** Tables scroll by themselves on narrow screens, by keyboard too, and say of what they are; columns align by classes. */
export function scrollGuideTables(words: SiteMessages): HastPlugin {
  return {
    name: 'curlew-guide-tables',
    element: {
      filter: ['table', 'th', 'td'],
      visit(node, context) {
        if (node.tagName !== 'table') {
          const name = ALIGNED.get(String(node.properties.style));
          if (name) context.setProperty(node, 'className', [name]);
          context.setProperty(node, 'style', null);
          return;
        }
        const head = node.children.find((child) => child.type === 'element' && child.tagName === 'thead');
        const row = head?.type === 'element' ? head.children.find((child) => child.type === 'element') : undefined;
        const cells = row?.type === 'element' ? row.children.filter((child) => child.type === 'element') : [];
        const columns = cells.map((cell) => context.textContent(cell).trim()).filter((name) => name !== '');
        const label = fill(words.tableOf, { columns: columns.join(words.listComma) });
        context.wrapNode(
          node,
          element('div', { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: label }, []),
        );
      },
    },
  };
}

/** The box of a task says whether it is done: it has no label of its own. */
export function labelTasks(words: SiteMessages): HastPlugin {
  return {
    name: 'curlew-guide-tasks',
    element: {
      filter: ['input'],
      visit(node, context) {
        const { type, checked, disabled } = node.properties;
        if (type !== 'checkbox' || !disabled) return;
        context.setProperty(node, 'ariaLabel', checked ? words.taskDone : words.taskOpen);
      },
    },
  };
}

/** Ids of ours have a capital letter, which those of headings never have. */
const FOOTNOTE_LABEL = 'Note-label';

/** Footnotes in the guide's language, under a label that is no heading of the guide. */
export function printFootnotes(words: SiteMessages): HastPlugin {
  return {
    name: 'curlew-guide-footnotes',
    element: {
      filter: ['section', 'h2', 'a'],
      visit(node, context) {
        const { dataFootnotes, dataFootnoteRef, dataFootnoteBackref, ariaLabel, id } = node.properties;
        if (dataFootnotes !== undefined) context.setProperty(node, 'ariaLabelledBy', FOOTNOTE_LABEL);
        if (dataFootnoteRef !== undefined) context.setProperty(node, 'ariaDescribedBy', FOOTNOTE_LABEL);
        if (dataFootnoteBackref !== undefined) {
          const number = /[\d-]+$/.exec(String(ariaLabel))?.[0] ?? '';
          context.setProperty(node, 'ariaLabel', fill(words.backToText, { number }));
        }
        // The compiler's own; ids of headings come later.
        if (node.tagName !== 'h2' || id !== 'footnote-label') return undefined;
        return element('p', { className: ['visually-hidden'], id: FOOTNOTE_LABEL }, [text(words.footnotes)]);
      },
    },
  };
}
