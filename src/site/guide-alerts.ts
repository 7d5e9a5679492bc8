import type { SiteMessages } from '../i18n/en.ts';
import { ALERT_LINE, ALERTS } from './alerts.ts';
import { element, type HastPlugin, text } from './guide-nodes.ts';

/** Prints `> [!NOTE]` as `<Note>` does. */
export function printAlerts(words: SiteMessages): HastPlugin {
  return {
    name: 'curlew-guide-alerts',
    element: {
      filter: ['blockquote'],
      visit(node) {
        const first = node.children.find((child) => child.type === 'element');
        const [start] = first?.type === 'element' && first.tagName === 'p' ? first.children : [];
        if (first?.type !== 'element' || start?.type !== 'text') return undefined;
        const match = ALERT_LINE.exec(start.value);
        const alert = ALERTS.get(match?.[1]?.toUpperCase() ?? '');
        if (!match || !alert) return undefined;
        const rest = start.value.slice(match[0].length);
        const title = element('p', { className: ['aside-title'] }, [text(String(words[alert.title]))]);
        const lines = [...(rest === '' ? [] : [{ ...start, value: rest }]), ...first.children.slice(1)];
        const others = node.children.slice(node.children.indexOf(first) + 1);
        return {
          ...node,
          tagName: 'div',
          properties: { role: 'note', className: ['aside', `aside-${alert.look}`] },
          children: [title, ...(lines.length > 0 ? [{ ...first, children: lines }] : []), ...others],
        };
      },
    },
  };
}
