// Builds one description and tells how it went, as JSON on the last line. A process of its own, so that its
// memory is its own and its death is nobody else's.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { countSeverity } from '../../src/diagnostics/frame.ts';
import { buildSite } from '../../src/site/build.ts';

const [file = '', outDir = ''] = process.argv.slice(2);
const { pages, diagnostics } = await buildSite({ root: file, outDir, log: () => {} });
const usage = process.resourceUsage();
const [first] = diagnostics.filter((one) => one.severity === 'error');
const errors = countSeverity(diagnostics, 'error');
console.log(
  JSON.stringify({
    pages,
    errors,
    warnings: countSeverity(diagnostics, 'warning'),
    first: first ? `${first.code}: ${first.message}` : '',
    cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    megabytes: usage.maxRSS / 1024,
    ...(errors > 0 ? {} : sizes(outDir)),
  }),
);

/** Of all that was written, and of the largest page that shows an operation; in bytes. */
function sizes(folder: string): { size: number; largest: number } {
  let size = 0;
  let largest = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const stats = statSync(join(folder, name));
    if (!stats.isFile()) continue;
    size += stats.size;
    const isOperation = /reference[\\/].+[\\/]index\.html$/.test(name) && !/[\\/](schemas|tags)[\\/]/.test(name);
    if (isOperation) largest = Math.max(largest, stats.size);
  }
  return { size, largest };
}
