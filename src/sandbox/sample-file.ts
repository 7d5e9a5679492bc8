import { mediaEssence } from './media-range.ts';

/** The smallest files that programs open, as base64. */
const FILES: ReadonlyMap<string, string> = new Map([
  [
    'image/png',
    'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAF0lEQVR42mM4AwUdUMAwQAIwBkxigAQAVlaqAdvecg0AAAAASUVORK5CYII=',
  ],
  ['image/gif', 'R0lGODlhAQABAIAAAICAgAAAACwAAAAAAQABAAACAkQBADs='],
  [
    'image/jpeg',
    `/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP${'/'.repeat(86)}wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=`,
  ],
  ['application/zip', 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=='],
]);

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="120" height="80" fill="#888"/></svg>\n';

const PDF = `%PDF-1.1
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]>> endobj
trailer <</Root 1 0 R>>
%%EOF
`;

/** A file of a media type that opens where the type is known here, else a sentence. */
export function sampleFile(mediaType: string): Uint8Array<ArrayBuffer> | string {
  const type = mediaEssence(mediaType);
  if (type === 'image/svg+xml') return SVG;
  if (type === 'application/pdf') return PDF;
  if (/^audio\/(x-|vnd\.)?wave?$/.test(type)) return silence();
  const file = FILES.get(type);
  if (file === undefined) return `A simulated file of the type ${type}.\n`;
  return Uint8Array.from(atob(file), (char) => char.charCodeAt(0));
}

/** A tenth of a second of it. @see RIFF WAVE, `fmt ` and `data` chunks */
function silence(): Uint8Array<ArrayBuffer> {
  const rate = 8_000;
  const samples = rate / 10;
  const view = new DataView(new ArrayBuffer(44 + samples));
  const words: readonly (readonly [at: number, text: string])[] = [
    [0, 'RIFF'],
    [8, 'WAVEfmt '],
    [36, 'data'],
  ];
  for (const [at, text] of words) {
    [...text].forEach((char, step) => {
      view.setUint8(at + step, char.charCodeAt(0));
    });
  }
  view.setUint32(4, 36 + samples, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  view.setUint32(40, samples, true);
  return new Uint8Array(view.buffer).fill(0x80, 44);
}
