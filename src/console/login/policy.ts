/**
 * Whether the page's own policy lets it send to an address: asked before a reader is led away to sign in, since
 * only the way back would tell otherwise. In `dev` there is none.
 */
export function policyAllows(url: string): boolean {
  const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;
  const allowed = /(?:^|;)\s*connect-src ([^;]*)/.exec(policy ?? '')?.[1];
  return allowed === undefined || [location.origin, ...allowed.split(' ')].includes(new URL(url).origin);
}
