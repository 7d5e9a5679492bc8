import type * as componentTypes from '../../site/component-types.ts';
import type { GuideComponent } from '../../site/guide-components.ts';
import AppPage from './AppPage.astro';
import Badge from './Badge.astro';
import Card from './Card.astro';
import Cards from './Cards.astro';
import CodeTabs from './CodeTabs.astro';
import Danger from './Danger.astro';
import Figure from './Figure.astro';
import Note from './Note.astro';
import ResponseExample from './ResponseExample.astro';
import Sample from './Sample.astro';
import Schema from './Schema.astro';
import Step from './Step.astro';
import Steps from './Steps.astro';
import Tab from './Tab.astro';
import Tabs from './Tabs.astro';
import Tip from './Tip.astro';
import TryIt from './TryIt.astro';
import Warning from './Warning.astro';

export {
  AppPage,
  Badge,
  Card,
  Cards,
  CodeTabs,
  Danger,
  Figure,
  Note,
  ResponseExample,
  Sample,
  Schema,
  Step,
  Steps,
  Tab,
  Tabs,
  Tip,
  TryIt,
  Warning,
};

/** The components behind the names that a guide can use without an import. */
export const guideComponents = {
  AppPage,
  Badge,
  Card,
  Cards,
  CodeTabs,
  Danger,
  Figure,
  Note,
  ResponseExample,
  Sample,
  Schema,
  Step,
  Steps,
  Tab,
  Tabs,
  Tip,
  TryIt,
  Warning,
} satisfies {
  readonly [Name in GuideComponent]: (typeof componentTypes)[Name];
};
