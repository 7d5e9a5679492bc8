import { writeNumber } from '../i18n/numbers.ts';
import { fill } from '../i18n/translate.ts';
import type { NavigationInput } from '../views/navigation-item.ts';
import { navigationTitle } from './guide-fields.ts';
import { messagesOf } from './messages.ts';
import { urlSpace } from './paths.ts';
import type { SiteData } from './site-data.ts';

const kept = new WeakMap<SiteData, Map<string, NavigationInput>>();

/** What the navigation of a language is made of; three parts of each page ask. */
export function navigationInput(site: SiteData, locale: string): NavigationInput {
  const known = kept.get(site) ?? new Map<string, NavigationInput>();
  kept.set(site, known);
  const input = known.get(locale) ?? gather(site, locale);
  known.set(locale, input);
  return input;
}

function gather(site: SiteData, locale: string): NavigationInput {
  const text = messagesOf(locale).site;
  return {
    space: urlSpace(site, locale),
    locale,
    guides: site.guides
      .filter((guide) => guide.locale === locale && guide.name !== 'index')
      .map(({ name, data }) => ({ name, title: navigationTitle(data) })),
    titles: {
      guides: text.guides,
      overview: text.overview,
      otherOperations: text.otherOperations,
      operations: text.operations,
      webhooks: text.webhooks,
      schemas: text.schemas,
      changelog: text.changes.title,
      reference: text.reference,
      allApis: (count) => fill(text.allApis, { count: writeNumber(count, locale) }),
      allOperations: (count) => fill(text.allOperations, { count: writeNumber(count, locale) }),
      allGroups: (count) => fill(text.allGroups, { count: writeNumber(count, locale) }),
    },
  };
}
