/** Stands in the option `editUrl` for a guide's path below the project. */
const PATH = '{path}';

/** An https address with `{path}`, whose host doesn't depend on the path. */
export function isEditPattern(pattern: string): boolean {
  if (!/^https:\/\/[^/?#{}]+[/?#]/i.test(pattern) || !pattern.includes(PATH)) return false;
  return URL.canParse(editLink(pattern, 'docs/start.mdx'));
}

/**
 * The address where a guide can be edited.
 *
 * @param file - the guide's path below the project, `docs/en/start.mdx`; it is percent-encoded, but for its slashes
 */
export function editLink(pattern: string, file: string): string {
  return pattern.replaceAll(PATH, () => file.split('/').map(encodeURIComponent).join('/'));
}
