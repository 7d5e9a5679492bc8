/** The path a site lies under, with a slash at both ends however its owner wrote it. */
export function normalBase(base: string): string {
  return `/${base}/`.replace(/\/+/g, '/');
}

/** What a base path is made of, for messages. */
export const BASE_FORM = 'a path such as /docs/, of letters from a to z, digits, ".", "_", "~" and "-"';

/** Whether pages can lie there: a character that addresses write in another way is found neither in links nor by hosts. */
export function isBase(base: string): boolean {
  const path = base.replace(/^\//, '').replace(/\/$/, '');
  return path === '' || path.split('/').every((part) => /^[\w.~-]+$/.test(part) && !/^\.{1,2}$/.test(part));
}

/** A path of the site under the base path; any other address as it is. @param base - with a slash at both ends */
export function underBase(href: string, base: string): string {
  return /^\/(?!\/)/.test(href) ? base.slice(0, -1) + href : href;
}
