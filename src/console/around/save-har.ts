import { copyText } from '../copy-text.ts';
import { browserHistory } from './browser-history.ts';
import { writeHar } from './har.ts';
import type { HistoryEntry } from './history.ts';

/**
 * @returns whether there was anything to copy
 * @throws where the browser refuses
 */
export async function copyHar(entry: HistoryEntry): Promise<boolean> {
  const har = await harOf(entry);
  if (har === undefined) return false;
  await copyText(har);
  return true;
}

/** Hands the archive over as a file, under a name of ours (security rule C8). */
export async function saveHar(entry: HistoryEntry): Promise<void> {
  const har = await harOf(entry);
  if (har === undefined) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([har], { type: 'application/json' }));
  link.download = 'request.har';
  link.click();
  URL.revokeObjectURL(link.href);
}

async function harOf(entry: HistoryEntry): Promise<string | undefined> {
  const exchange = browserHistory.exchange(entry.id);
  return exchange && writeHar(entry, exchange, version());
}

/** As the page tells it. */
function version(): string {
  const [maker] = document.querySelectorAll<HTMLMetaElement>('meta[name="generator"][content^="Curlew "]');
  return maker?.content.slice('Curlew '.length) ?? '';
}
