import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteData } from './site-data.ts';

/** What a text that Astro writes as a file is served as in `dev`. */
function answer(text: string, type: string): Response {
  return new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}

export function markdownAnswer(text: string): Response {
  return answer(text, 'text/markdown');
}

export function plainAnswer(text: string): Response {
  return answer(text, 'text/plain');
}

export function xmlAnswer(text: string): Response {
  return answer(text, 'application/xml');
}

/** Whether the owner has a file of this name, which then stands in the place of ours. @param path - below the base */
export function isOwners({ publicDir }: Pick<SiteData, 'publicDir'>, path: string): boolean {
  return existsSync(join(publicDir, path));
}
