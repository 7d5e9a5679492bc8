import type { SiteMessages } from '../i18n/en.ts';
import { ALERT_NAMES, type AlertName } from '../model/alert-names.ts';

interface Alert {
  readonly look: 'note' | 'tip' | 'warning' | 'danger';
  /** The key of its title. */
  readonly title: keyof SiteMessages & string;
}

const LOOKS: { readonly [name in AlertName]: Alert } = {
  NOTE: { look: 'note', title: 'note' },
  TIP: { look: 'tip', title: 'tip' },
  IMPORTANT: { look: 'note', title: 'important' },
  WARNING: { look: 'warning', title: 'warning' },
  CAUTION: { look: 'danger', title: 'caution' },
};

/** Alerts by the words in `> [!NOTE]`. */
export const ALERTS: ReadonlyMap<string, Alert> = new Map(ALERT_NAMES.map((name) => [name, LOOKS[name]]));

/** The first line of a quote that is an alert, or would be one; what it names stands in the first group. */
export const ALERT_LINE = /^\[!([A-Za-z]+)\][ \t]*(?:\n|$)/;
