import type { SiteMessages } from '../i18n/en.ts';
import type { Operation } from '../model/operation.ts';

/** What stands beside an operation's title: the words of its author, where we have them in the reader's language. */
export function badgeWords({ badges = [] }: Operation, text: SiteMessages): string[] {
  const known = new Map([
    ['alpha', text.badgeAlpha],
    ['beta', text.badgeBeta],
    ['experimental', text.badgeExperimental],
    ['preview', text.badgePreview],
    ['new', text.badgeNew],
  ]);
  return [...new Set(badges.map((badge) => known.get(badge.toLowerCase()) ?? badge))];
}
