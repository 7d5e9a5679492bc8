import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentType, isCompressible, SMALL } from './delivery/content-type.ts';
import { filesBelow } from './files-below.ts';

/** So many files are read at a time. */
const AT_ONCE = 8;

/** The best that each form has: it is done once, and sent many times. */
const FORMS = [
  {
    ending: '.br',
    compress: (bytes: Buffer) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  },
  { ending: '.gz', compress: (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }) },
];

/**
 * Puts `.br` and `.gz` beside each text of a site, for servers that send what is there. A file of that name that the
 * owner has in `public/` stays.
 */
export async function compressSite(folder: string): Promise<void> {
  const files = filesBelow(folder);
  const taken = new Set(files);
  const waiting = files.filter((file) => isCompressible(contentType(file)));
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const bytes = await readFile(join(folder, file));
      if (bytes.length < SMALL) continue;
      for (const { ending, compress } of FORMS) {
        if (taken.has(file + ending)) continue;
        const compressed = await compress(bytes);
        if (compressed.length < bytes.length) await writeFile(join(folder, file + ending), compressed);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
