import { expect, it } from 'vitest';
import { authorizationUrl } from './authorization-url.ts';

const request = {
  authorizationUrl: 'https://a.example/authorize',
  clientId: 'docs & more',
  redirectUri: 'https://docs.example/_curlew/login/',
  scopes: ['read', 'notes:write'],
  state: 's',
  challenge: 'c',
};

const ours =
  'response_type=code&client_id=docs+%26+more&redirect_uri=https%3A%2F%2Fdocs.example%2F_curlew%2Flogin%2F' +
  '&scope=read+notes%3Awrite&state=s&code_challenge=c&code_challenge_method=S256';

it.each([
  { name: 'everything', given: {}, want: `https://a.example/authorize?${ours}` },
  {
    name: 'the query of the description stays, its fragment goes',
    given: { authorizationUrl: 'https://a.example/authorize?tenant=1#top' },
    want: `https://a.example/authorize?tenant=1&${ours}`,
  },
  {
    name: 'no parameter comes twice',
    given: { authorizationUrl: 'https://a.example/authorize?response_type=token&state=theirs&state=again' },
    want: `https://a.example/authorize?response_type=code&state=s&${ours.replace('response_type=code&', '').replace('state=s&', '')}`,
  },
  {
    name: 'no scope, and an audience',
    given: { scopes: [], audience: 'https://api.example' },
    want: `https://a.example/authorize?${ours.replace('scope=read+notes%3Awrite', 'audience=https%3A%2F%2Fapi.example')}`,
  },
])('$name', ({ given, want }) => expect(authorizationUrl({ ...request, ...given })).toBe(want));
