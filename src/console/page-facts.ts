import type { PageFacts } from './send.ts';

/** Browsers report a violation and reject the fetch in two tasks, in no fixed order; this is how long the report may lag. */
const REPORT_LAG = 100;

/** The facts of this page. */
export const pageFacts: PageFacts = {
  secure: location.protocol === 'https:',
  online: () => navigator.onLine,
  watchPolicy(url) {
    let refused = false;
    let report = (): void => {};
    const listen = (event: SecurityPolicyViolationEvent): void => {
      // The report strips the fragment, and of a URL reached by a redirect all but its origin.
      if (event.effectiveDirective !== 'connect-src' || !sameOrigin(event.blockedURI, url)) return;
      refused = true;
      report();
    };
    document.addEventListener('securitypolicyviolation', listen);
    return {
      refused: () =>
        new Promise((resolve) => {
          report = () => resolve(true);
          if (refused) resolve(true);
          else setTimeout(() => resolve(false), REPORT_LAG);
        }),
      stop: () => document.removeEventListener('securitypolicyviolation', listen),
    };
  },
};

function sameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}
