import type { GuideComponent, GuideProps } from '../../site/guide-components.ts';
import AppPage from './AppPage.astro';
import Card from './Card.astro';
import Cards from './Cards.astro';
import Note from './Note.astro';
import ResponseExample from './ResponseExample.astro';
import Sample from './Sample.astro';
import TryIt from './TryIt.astro';
import Warning from './Warning.astro';

/** The components behind the names that a guide can use without an import. */
export const guideComponents = { AppPage, Card, Cards, Note, ResponseExample, Sample, TryIt, Warning } satisfies {
  readonly [Name in GuideComponent]: (props: GuideProps<Name>) => unknown;
};
