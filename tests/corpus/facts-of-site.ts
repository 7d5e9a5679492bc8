// Looks for the facts of one description on its built site; prints what is missing as JSON on the last line.
import { findMissing } from '../facts/check.ts';
import { descriptionFacts } from '../facts/description-facts.ts';
import { missingByKind, missingLine } from '../facts/report.ts';
import { openSite } from '../facts/site.ts';

const [file = '', site = '', hops = 'Infinity'] = process.argv.slice(2);
const found = findMissing(descriptionFacts(file), openSite(site), Number(hops));
console.log(
  JSON.stringify({ total: found.total, kinds: missingByKind(found), missing: found.missing.map(missingLine) }),
);
