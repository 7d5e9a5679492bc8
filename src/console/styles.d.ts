declare module '*.css';
declare module '*.css?url&no-inline' {
  /** Where the style sheet lies. */
  const href: string;
  export default href;
}
