// Asks the sandboxes of descriptions for every answer there is; prints one line of JSON for each, as it is done.
import { simulateAll } from '../sandbox/simulate.ts';
import { readModel } from './read-model.ts';

for (const file of process.argv.slice(2)) {
  const { api, counts } = await readModel(file);
  console.log(JSON.stringify(api ? { ...counts, simulated: await simulateAll(api) } : counts));
}
