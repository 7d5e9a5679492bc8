/** @jsxImportSource preact */
import type { PartMessages } from '../../i18n/en.ts';
import { fill } from '../../i18n/translate.ts';
import type { Answer } from '../answer.ts';
import type { Formats } from '../formats.ts';
import { lazyPart } from '../lazy-part.tsx';
import { loadStyles } from '../load-styles.ts';
import type { StreamLog } from '../stream/stream-log.ts';
import styles from './stream/stream.css?url&no-inline';
import type { Tab } from './Tabs.tsx';

/** What shows bodies in pieces is loaded with the first of them. */
export const StreamView = lazyPart('stream', async () => {
  const [module] = await Promise.all([import('./stream/StreamView.tsx'), loadStyles(styles)]);
  return module.StreamView;
});

/** Text, events and raw. A stream that no known API tells an answer with has no text to show. */
export function streamTabs(answer: Answer, log: StreamLog, text: PartMessages['answer'], formats: Formats): Tab[] {
  const tab = (id: 'text' | 'events' | 'raw', title: string): Tab => ({
    id,
    title,
    view: () => <StreamView answer={answer} view={id} />,
  });
  return [
    ...(hasText(log) ? [tab('text', text.viewText)] : []),
    tab('events', fill(text.viewEvents, { count: formats.number(log.events.count()) })),
    tab('raw', text.viewRaw),
  ];
}

/** What a stream will be can't be known before its first event. */
function hasText({ events, conversation }: StreamLog): boolean {
  return events.count() === 0 || conversation.isKnown();
}
