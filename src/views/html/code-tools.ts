import type { SiteMessages } from '../../i18n/en.ts';
import { type Html, html } from './html.ts';

/**
 * As `guide-code.ts` prints them for the fences of guides. The status stands beside the button: what is inside one is
 * only its name to assistive software.
 */
export function codeTools(text: SiteMessages): Html {
  return html`<div class="code-tools"><button type="button" class="wrap" data-wrap aria-pressed="false" aria-label="${text.wrap}" title="${text.wrap}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M2.5 3.5h11M2.5 8h8.5a2.25 2.25 0 0 1 0 4.5H8m1.5-2-2 2 2 2M2.5 12.5h2"></path></svg></button><button type="button" class="copy" data-copy data-copied="${text.copied}" aria-label="${text.copy}" title="${text.copy}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path class="copy-sheets" d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z"></path><path class="copy-done" d="m3 8.5 3.2 3.2L13 4.8"></path></svg></button><span class="visually-hidden" role="status"></span></div>`;
}
