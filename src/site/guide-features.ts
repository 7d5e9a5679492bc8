import type { Features } from 'satteri';

/** How Markdown is read in guides; the build and the checks use the same. Quotes and dashes stay as written. */
export const guideFeatures = { gfm: true, smartPunctuation: false } as const satisfies Features;
