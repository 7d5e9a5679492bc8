import { joinShared } from './join-shared.ts';
import { type ConsoleOptions, mountConsole } from './mount.tsx';
import type { Session } from './session.ts';
import { withShared } from './shared-schemas.ts';

/** What a page gives its console; what stands in the page itself is read there. */
export type PageConsole = Pick<
  ConsoleOptions,
  'host' | 'samples' | 'slice' | 'text' | 'readAnswers' | 'readPart' | 'startValues'
> & { readonly [Key in 'example' | 'link' | 'picked']: string | undefined };

/**
 * Opens the console of a page and ties it to the page's own parts.
 *
 * @param box - the operation's part of the page, which tells in its data where sign-in and sandbox are
 * @param button - what the console is opened with, and where the focus is once it is closed
 */
export async function openConsole(box: HTMLElement, button: HTMLElement, options: PageConsole): Promise<Session> {
  const { example, link, picked, slice, readAnswers, ...given } = options;
  const { sandbox, login, relay, serversOnly, consoleData = '' } = box.dataset;
  const whole = await withShared(slice, consoleData);
  button.setAttribute('aria-expanded', 'true');
  box.dataset.open = '';
  const { session } = mountConsole({
    ...given,
    slice: whole,
    readAnswers: async () => withShared(await readAnswers(), consoleData),
    locale: document.documentElement.lang,
    ...(example ? { example } : {}),
    ...(link ? { link } : {}),
    ...(picked ? { picked } : {}),
    ...(sandbox ? { sandboxUrl: sandbox } : {}),
    ...(relay ? { relay } : {}),
    loginUrl: login ?? '',
    serversOnly: serversOnly !== undefined,
    onClose: () => {
      delete box.dataset.open;
      button.setAttribute('aria-expanded', 'false');
      button.focus();
    },
  });
  joinShared(session, given.samples);
  return session;
}
