// Looks for the facts of descriptions in their models; prints one line of JSON for each, as it is done.
import { dirname } from 'node:path';
import { loadApi } from '../../src/openapi/load.ts';
import { findMissing } from '../facts/check.ts';
import { descriptionFacts } from '../facts/description-facts.ts';
import { openModel } from '../facts/model.ts';
import { missingByKind, missingLine } from '../facts/report.ts';

for (const file of process.argv.slice(2)) {
  const { api, diagnostics } = await loadApi(file, { root: dirname(file) });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const counts = {
    errors: errors.length,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
  };
  if (!api) {
    const [first] = errors;
    console.log(JSON.stringify({ ...counts, first: first ? `${first.code}: ${first.message}` : '' }));
    continue;
  }
  const found = findMissing(descriptionFacts(file), openModel(JSON.parse(JSON.stringify(api))));
  console.log(
    JSON.stringify({
      ...counts,
      facts: { total: found.total, kinds: missingByKind(found), missing: found.missing.map(missingLine) },
    }),
  );
}
