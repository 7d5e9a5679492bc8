import { describe, expect, it } from 'vitest';
import { type CurlRequest, readCurl } from './curl.ts';

describe('a curl command', () => {
  const table: { name: string; given: string; want: CurlRequest | undefined }[] = [
    {
      name: 'of nothing but an address',
      given: 'curl https://a.example/x',
      want: { method: 'GET', url: 'https://a.example/x', headers: [] },
    },
    {
      name: 'with a body posts it',
      given: `curl "https://a.example/x" \\\n  -H "Content-Type: application/json" \\\n  -d '{\n "a": "b"\n}'`,
      want: {
        method: 'POST',
        url: 'https://a.example/x',
        headers: [['Content-Type', 'application/json']],
        body: '{\n "a": "b"\n}',
      },
    },
    {
      name: 'with a method of its own and escapes',
      given: 'curl -X DELETE --header "X-Note: say \\"hi\\"" --url https://a.example/x',
      want: { method: 'DELETE', url: 'https://a.example/x', headers: [['X-Note', 'say "hi"']] },
    },
    {
      name: 'with long options',
      given: "curl --request=PUT --data-raw='{}' /x",
      want: { method: 'PUT', url: '/x', headers: [], body: '{}' },
    },
    {
      name: 'with a user',
      given: 'curl -u me:secret https://a.example',
      want: { method: 'GET', url: 'https://a.example', headers: [['Authorization', 'Basic me:secret']] },
    },
    {
      name: 'ends with its line',
      given: 'curl https://a.example/1\ncurl -X POST https://a.example/2',
      want: { method: 'GET', url: 'https://a.example/1', headers: [] },
    },
    { name: 'that isn’t there', given: 'echo curl', want: undefined },
    { name: 'without an address', given: 'curl --version', want: undefined },
  ];
  for (const { name, given, want } of table) it(name, () => expect(readCurl(given)).toEqual(want));
});
