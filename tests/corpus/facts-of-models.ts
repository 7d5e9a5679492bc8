// Looks for the facts of descriptions in their models; prints one line of JSON for each, as it is done.
import { findMissing } from '../facts/check.ts';
import { descriptionFacts } from '../facts/description-facts.ts';
import { openModel } from '../facts/model.ts';
import { missingByKind, missingLine } from '../facts/report.ts';
import { readModel } from './read-model.ts';

for (const file of process.argv.slice(2)) {
  const { api, counts } = await readModel(file);
  if (!api) {
    console.log(JSON.stringify(counts));
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
