import type { PageFacts } from './send.ts';

/** Browsers report a violation and reject the fetch in two tasks, in no fixed order; this is how long the report may lag. */
const REPORT_LAG = 100;

/** The facts of this page. */
export const pageFacts: PageFacts = {
  online: () => navigator.onLine,
  watchPolicy(origin) {
    let refused = false;
    let report = (): void => {};
    const listen = (event: SecurityPolicyViolationEvent): void => {
      if (event.effectiveDirective !== 'connect-src' || URL.parse(event.blockedURI)?.origin !== origin) return;
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
