// Builds one description and tells how it went, as JSON on the last line. A process of its own, so that its
// memory is its own and its death is nobody else's.
import { countSeverity } from '../../src/diagnostics/frame.ts';
import { buildSite } from '../../src/site/build.ts';

const [file = '', outDir = ''] = process.argv.slice(2);
const { pages, diagnostics } = await buildSite({ root: file, outDir, log: () => {} });
const usage = process.resourceUsage();
const [first] = diagnostics.filter((one) => one.severity === 'error');
console.log(
  JSON.stringify({
    pages,
    errors: countSeverity(diagnostics, 'error'),
    warnings: countSeverity(diagnostics, 'warning'),
    first: first ? `${first.code}: ${first.message}` : '',
    cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    megabytes: usage.maxRSS / 1024,
  }),
);
