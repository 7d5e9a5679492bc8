import type { SiteMessages } from '../i18n/en.ts';

type Look = 'note' | 'tip' | 'warning' | 'danger';

/** The words in `> [!NOTE]`, as GitHub has them, with the look of each and the key of its title. */
export const ALERTS: ReadonlyMap<string, { readonly look: Look; readonly title: keyof SiteMessages & string }> =
  new Map([
    ['NOTE', { look: 'note', title: 'note' }],
    ['TIP', { look: 'tip', title: 'tip' }],
    ['IMPORTANT', { look: 'note', title: 'important' }],
    ['WARNING', { look: 'warning', title: 'warning' }],
    ['CAUTION', { look: 'danger', title: 'caution' }],
  ]);

/** The first line of a quote that is an alert, or would be one; what it names stands in the first group. */
export const ALERT_LINE = /^\[!([A-Za-z]+)\][ \t]*(?:\n|$)/;
