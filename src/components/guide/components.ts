import type * as componentTypes from '../../site/component-types.ts';
import type { GuideComponent } from '../../site/guide-components.ts';
import AppPage from './AppPage.astro';
import Card from './Card.astro';
import Cards from './Cards.astro';
import Note from './Note.astro';
import ResponseExample from './ResponseExample.astro';
import Sample from './Sample.astro';
import TryIt from './TryIt.astro';
import Warning from './Warning.astro';

export { AppPage, Card, Cards, Note, ResponseExample, Sample, TryIt, Warning };

/** The components behind the names that a guide can use without an import. */
export const guideComponents = { AppPage, Card, Cards, Note, ResponseExample, Sample, TryIt, Warning } satisfies {
  readonly [Name in GuideComponent]: (typeof componentTypes)[Name];
};
