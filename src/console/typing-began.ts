import type { ConsoleMessages } from '../i18n/en.ts';
import { keepTyped } from './keep-typed.ts';
import { offerKeyCopy } from './key-copy.ts';
import type { Session } from './session.ts';

/** What the first thing that is typed brings along. */
export function typingBegan(session: Session, samples: HTMLElement, text: ConsoleMessages): void {
  offerKeyCopy(session, samples, text);
  keepTyped(session);
}
