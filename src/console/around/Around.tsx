/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { copyText } from '../copy-text.ts';
import { usePartText } from '../lazy-part.tsx';
import { useChanges, useScene } from '../scene.ts';
import { browserHistory } from './browser-history.ts';
import { HistoryList } from './HistoryList.tsx';
import { keepForm } from './kept-form.ts';
import { type WrittenLink, writeLink } from './link.ts';
import { isOf } from './record.ts';
import { copyHar, saveHar } from './save-har.ts';

/** What stands around a request: a link to it, it and its answer as a file, and what was sent before. */
export function Around(): JSX.Element {
  const text = usePartText('around');
  const { session, announce, text: common } = useScene();
  const [link, setLink] = useState<WrittenLink>();
  const [isRefused, setRefused] = useState(false);
  useChanges(browserHistory);
  const newest = browserHistory.entries().find((entry) => isOf(session)(entry) && browserHistory.exchange(entry.id));
  const copyLink = async (): Promise<void> => {
    const written = writeLink(keepForm(session.store.state(), session.operation), session);
    await copyText(`${location.origin}${location.pathname}#${written.fragment}`);
    setLink(written);
    announce(text.linkCopied);
  };
  const attempt = async (copy: () => Promise<void>): Promise<void> => {
    setRefused(false);
    try {
      await copy();
    } catch {
      setRefused(true);
      announce(common.copyRefused);
    }
  };
  return (
    <section class="console-around" aria-label={text.title}>
      <div class="console-row">
        <button type="button" class="console-button" onClick={() => attempt(copyLink)}>
          {text.copyLink}
        </button>
        <button
          type="button"
          class="console-button"
          disabled={!newest}
          onClick={() =>
            attempt(async () => {
              if (newest && (await copyHar(newest))) announce(text.harCopied);
            })
          }
        >
          {text.copyHar}
        </button>
        <button type="button" class="console-button" disabled={!newest} onClick={() => newest && saveHar(newest)}>
          {text.saveHar}
        </button>
      </div>
      {isRefused && <p class="console-note is-error">{common.copyRefused}</p>}
      {link ? <LinkNotes link={link} /> : <p class="console-note">{text.aboutLink}</p>}
      <HistoryList />
    </section>
  );
}

/** What became of the link that was copied. */
function LinkNotes({ link }: { readonly link: WrittenLink }): JSX.Element {
  const text = usePartText('around');
  return (
    <div class="console-note" data-link-notes="">
      <p>{text.linkCopied}</p>
      {link.fields.length > 0 && (
        <p>{fill(text.linkLacks, { names: link.fields.map((name) => showInvisibles(name)).join(text.comma) })}</p>
      )}
      {link.body && <p>{link.body === 'secret' ? text.linkBodySecret : text.linkBodyLong}</p>}
    </div>
  );
}
