/** The components that an owner can replace, by their names in the options: ours, below `src/`. */
export const replaceable = {
  header: 'components/shell/Header.astro',
  footer: 'components/shell/Footer.astro',
  pageTitle: 'components/shell/PageTitle.astro',
  navigation: 'components/shell/Navigation.astro',
  codeSample: 'components/code/CodeTabs.astro',
} as const;

export type ComponentName = keyof typeof replaceable;
