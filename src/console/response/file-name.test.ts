import { expect, it } from 'vitest';
import { fileName } from './file-name.ts';

const rows = [
  { given: { kind: 'text', type: 'application/problem+json', json: true }, want: 'response.json' },
  { given: { kind: 'text', type: '', json: true }, want: 'response.json' },
  { given: { kind: 'text', type: 'text/html', json: false }, want: 'response.txt' },
  { given: { kind: 'text', type: 'image/svg+xml', json: false }, want: 'response.txt' },
  { given: { kind: 'text', type: 'text/javascript', json: false }, want: 'response.txt' },
  { given: { kind: 'text', type: 'text/csv', json: false }, want: 'response.csv' },
  { given: { kind: 'image', type: 'image/jpeg' }, want: 'response.jpg' },
  { given: { kind: 'pdf', type: 'application/pdf' }, want: 'response.pdf' },
  { given: { kind: 'binary', type: 'application/x-msdownload' }, want: 'response.bin' },
  { given: { kind: 'binary', type: '../../.bashrc' }, want: 'response.bin' },
];

for (const { given, want } of rows) {
  it(`calls ${given.type || 'no type'} ${want}`, () => expect(fileName(given)).toBe(want));
}
