import { expect, it } from 'vitest';
import { hexDump } from './hex-dump.ts';

it('writes offset, bytes and characters, the last line as short as it is', () => {
  const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 0x20, 0x7f, 0x7e, 0xff, 0, 0x41]);
  expect(hexDump(bytes)).toEqual(['0000  50 4b 03 04 20 7f 7e ff  PK.. .~.', '0008  00 41                    .A']);
  expect(hexDump(new Uint8Array())).toEqual([]);
});
