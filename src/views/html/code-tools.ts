import type { SiteMessages } from '../../i18n/en.ts';
import { type Html, html } from './html.ts';

/**
 * As `guide-code.ts` prints them for the fences of guides. The status stands beside the button: what is inside one is
 * only its name to assistive software.
 */
export function codeTools(text: SiteMessages): Html {
  return html`<div class="code-tools"><button type="button" class="wrap" aria-pressed="false" aria-label="${text.wrap}" title="${text.wrap}"></button><button type="button" class="copy" data-copy data-copied="${text.copied}" aria-label="${text.copy}" title="${text.copy}"></button><span class="visually-hidden" role="status"></span></div>`;
}
