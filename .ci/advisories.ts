// Asks the registry for known faults of what a site is built with, and prints them with today's date. It warns and
// never fails: a fault found today must not stop a change that has nothing to do with it, and some registries, and
// machines without a network, have no answer.
import { spawnSync } from 'node:child_process';

interface Report {
  readonly vulnerabilities?: { readonly [name: string]: { readonly severity: string; readonly range: string } };
}

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
const found = read(stdout)?.vulnerabilities;
const day = new Date().toISOString().slice(0, 10);
if (!found) console.warn(`${day}: the registry has no answer on advisories; nothing was checked.`);
else {
  const rows = Object.entries(found);
  console.log(`${day}: ${rows.length} packages with advisories.`);
  for (const [name, { severity, range }] of rows) console.warn(`  ${severity}  ${name} ${range}`);
}

function read(text: string): Report | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
