/** The path a site lies under, with a slash at both ends however its owner wrote it. */
export function normalBase(base: string): string {
  return `/${base}/`.replace(/\/+/g, '/');
}

/** A path of the site under the base path; any other address as it is. @param base - with a slash at both ends */
export function underBase(href: string, base: string): string {
  return /^\/(?!\/)/.test(href) ? base.slice(0, -1) + href : href;
}
