import { expect, it } from 'vitest';
import { endpoint } from './endpoint.ts';

it.each([
  { given: 'https://a.example/token', want: true },
  { given: 'http://localhost:8080/token', want: true },
  { given: 'http://127.0.0.1/token', want: true },
  { given: 'http://a.example/token', want: false },
  { given: 'https://user:pass@a.example/token', want: false },
  { given: 'javascript:alert(1)', want: false },
  { given: '//a.example/token', want: false },
  { given: '/token', want: false },
  { given: '', want: false },
])('$given: $want', ({ given, want }) => expect(endpoint(given) !== undefined).toBe(want));
