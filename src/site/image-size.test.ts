import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { readImageSize } from './image-size.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
const PNG = bytes('89504e470d0a1a0a 0000000d 49484452 0000000c 00000007 08060000000000000000');
const GIF = bytes('474946383961 0c00 0700 800000');
/** JPEG of 12 × 7 pixels; `turn` is the EXIF orientation. */
const jpeg = (turn: string): Uint8Array =>
  bytes(
    `ffd8 ffe1 0022 457869660000 4d4d002a00000008 0001 0112 0003 00000001 ${turn}0000 00000000 ffc0 0011 08 0007 000c 03 011100 021101 031101 ffd9`,
  );

it.each([
  { name: 'PNG', file: 'a.png', content: PNG, want: { width: 12, height: 7 } },
  { name: 'GIF', file: 'a.gif', content: GIF, want: { width: 12, height: 7 } },
  { name: 'JPEG', file: 'a.jpg', content: jpeg('0001'), want: { width: 12, height: 7 } },
  { name: 'JPEG of a turned camera', file: 'b.jpg', content: jpeg('0006'), want: { width: 7, height: 12 } },
  { name: 'SVG', file: 'a.svg', content: '<svg width="12" height="7"/>', want: { width: 12, height: 7 } },
  { name: 'SVG without a size', file: 'b.svg', content: '<svg viewBox="0 0 24 14"/>', want: { width: 24, height: 14 } },
  { name: 'no image', file: 'c.png', content: 'text', want: undefined },
])('$name', ({ file, content, want }) => {
  expect(readImageSize(join(writeProject({ [file]: content }), file))).toEqual(want);
});

it('no file', () => {
  expect(readImageSize('/nowhere/a.png')).toBeUndefined();
});
