import type { GuideComponent, GuideProps } from './guide-components.ts';

type Component<Name extends GuideComponent> = (props: GuideProps<Name>) => unknown;

// What `curlew/components` exports, for editors. The components themselves are compiled with the site.
export declare const AppPage: Component<'AppPage'>;
export declare const Badge: Component<'Badge'>;
export declare const Card: Component<'Card'>;
export declare const Cards: Component<'Cards'>;
export declare const CodeTabs: Component<'CodeTabs'>;
export declare const Danger: Component<'Danger'>;
export declare const Figure: Component<'Figure'>;
export declare const Note: Component<'Note'>;
export declare const ResponseExample: Component<'ResponseExample'>;
export declare const Sample: Component<'Sample'>;
export declare const Schema: Component<'Schema'>;
export declare const Step: Component<'Step'>;
export declare const Steps: Component<'Steps'>;
export declare const Tab: Component<'Tab'>;
export declare const Tabs: Component<'Tabs'>;
export declare const Tip: Component<'Tip'>;
export declare const TryIt: Component<'TryIt'>;
export declare const Warning: Component<'Warning'>;
