declare module 'virtual:curlew/site' {
  /** The project as the integration read it. */
  export const site: import('./site-data.ts').SiteData;
}

declare module 'virtual:curlew/boot' {
  /** The URL of the script that runs before the first paint. */
  const url: string;
  export default url;
}

declare module 'virtual:curlew/docs' {
  /** The folder of the guides, absolute. */
  export const base: string;
}
