import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlFaults } from './html-rules.ts';

const DIST = join(import.meta.dirname, '../dist');

/** One page of each template; those that this site has none of are looked at in browser/kinds.spec.ts. */
const PAGES = [
  'index.html',
  'start/index.html',
  'reference/index.html',
  'reference/create-chat-completion/index.html',
  'reference/schemas/chat-message/index.html',
  '404.html',
];

describe('the markup is valid', () => {
  for (const page of PAGES.flatMap((one) => [one, `en/${one}`])) {
    it(page, async () => expect(await htmlFaults(readFileSync(join(DIST, page), 'utf8'))).toEqual([]));
  }

  it('or would be told not to be', async () => {
    const page =
      '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><nav><li>A</li></nav></body></html>';
    expect(await htmlFaults(page)).toContainEqual(expect.stringContaining('element-permitted-content'));
  });
});
