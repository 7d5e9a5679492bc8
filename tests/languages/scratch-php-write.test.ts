import { mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { it, expect } from 'vitest';
import { bodyRequests, handPickedRequests, randomRequests } from '../samples/cases.ts';
const targets = { 'swift-urlsession': 0, 'powershell-httpclient': 0, 'rust-reqwest': 0, 'c-libcurl': 0, 'php-curl': 0, 'ruby-net-http': 0 };
const U = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
it('w', async () => {
  for (const t of Object.keys(targets)) {
    const { print } = await import(/* @vite-ignore */ `../../src/samples/${t}.ts`);
    const d = `/tmp/w/${t}`; rmSync(d, { recursive: true, force: true }); mkdirSync(d, { recursive: true });
    const h = 'http://h';
    [...handPickedRequests(h), ...bodyRequests(h), ...randomRequests(h, 120)].forEach((r, i) => { const s = print(r); expect(s).not.toMatch(U); writeFileSync(`${d}/${i}.txt`, s); });
    const { REQ } = await import('./scratch-php-golden.ts');
    mkdirSync(`/tmp/g`, { recursive: true });
    for (const [n, r] of Object.entries(REQ)) writeFileSync(`/tmp/g/${t}.${n}.txt`, print(r));
  }
});
