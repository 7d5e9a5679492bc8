/**
 * The host of an address in its ASCII form, where it is written in another script: letters that look alike
 * can't hide which host it is.
 *
 * @param url - as a description has it; variables and relative addresses have no host to tell
 * @returns `undefined` where the host is ASCII as written
 */
export function asciiHost(url: string): string | undefined {
  const [written = ''] = /(?<=\/\/)[^/?#]*/.exec(url) ?? [];
  if (!/[^\x00-\x7f]/.test(written) || written.includes('{')) return undefined;
  return URL.parse(url)?.host || undefined;
}
