import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { it } from 'vitest';
import * as go from '../../src/samples/go-net-http.ts';
import * as java from '../../src/samples/java-http-client.ts';
import * as kotlin from '../../src/samples/kotlin-http-client.ts';
import * as csharp from '../../src/samples/csharp-http-client.ts';
import { bodyRequests, handPickedRequests, randomRequests } from '../samples/cases.ts';
it('prints', () => {
  const source = readFileSync('tests/samples/golden.test.ts', 'utf8');
  const part = source.slice(source.indexOf("const CHAT ="), source.indexOf('const CLIENTS'));
  const js = part.replace(/const key: HttpHeader/, 'const key').replace(/\(accept: string, text: string, stream = false\): HttpRequest/, '(accept, text, stream = false)').replace(/const REQUESTS: [^=]*=/, 'const REQUESTS =');
  const requests = new Function(`${js}; return REQUESTS`)();
  requests.lines = { ...requests.plain, stream: true };
  requests.latin = { ...requests.plain, url: requests.plain.url + '/%41', headers: [{ name: 'X-N', value: 'é' }] };
  mkdirSync('/tmp/look', { recursive: true });
  for (const [lang, { print }] of Object.entries({ go, java, kotlin, csharp }))
    for (const [name, request] of Object.entries(requests)) writeFileSync(`/tmp/look/${lang}-${name}.txt`, print(request as never));
  mkdirSync('/tmp/jvm-samples/csharp', { recursive: true });
  const u = 'http://127.0.0.1:1';
  [...handPickedRequests(u), ...bodyRequests(u), ...randomRequests(u, 120), ...(Object.values(requests) as any[])].forEach((r, i) => writeFileSync(`/tmp/jvm-samples/csharp/${i}.cs`, csharp.print(r)));
});
