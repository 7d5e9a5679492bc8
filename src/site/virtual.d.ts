declare module 'virtual:curlew/site' {
  /** The project as the integration read it. */
  export const site: import('./site-data.ts').SiteData;
  /** Of this package. */
  export const version: string;
}

declare module 'virtual:curlew/boot' {
  /** The URL of the script that runs before the first paint. */
  const url: string;
  export default url;
}

declare module 'virtual:curlew/guides' {
  /** The guides' own modules, by their path below the project. */
  export const modules: { readonly [file: string]: () => Promise<import('./guides.ts').GuideModule> };
}

declare module 'virtual:curlew/components' {
  /** The components that the owner may have replaced. */
  export const Header: typeof import('../components/shell/Header.astro').default;
  export const Footer: typeof import('../components/shell/Footer.astro').default;
  export const PageTitle: typeof import('../components/shell/PageTitle.astro').default;
  export const Navigation: typeof import('../components/shell/Navigation.astro').default;
  export const CodeSample: typeof import('../components/code/CodeTabs.astro').default;
}

/** The owner's styles; imported after our own, for what they do alone. */
declare module 'virtual:curlew/styles' {}
