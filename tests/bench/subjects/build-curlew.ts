// Builds one description as the command line does. Arguments: the description, the output folder.
import { buildSite } from '../../../src/site/build.ts';

const [root = '', outDir = ''] = process.argv.slice(2);
const { diagnostics, pages } = await buildSite({ root, outDir, log: () => {} });
if (pages === 0) {
  console.error(diagnostics.find(({ severity }) => severity === 'error')?.message);
  process.exitCode = 1;
}
