// Runs the samples of descriptions against a recorder; prints one line of JSON for each, as it is done.
import { isDeepStrictEqual } from 'node:util';
import { targets } from '../../src/samples/targets.ts';
import { startRecorder } from '../recorder.ts';
import { describedRequests } from '../samples/described.ts';
import { NODE, PYTHON, type Runner, SH } from '../samples/run.ts';
import { sendAll } from '../samples/send-all.ts';
import { readModel } from './read-model.ts';

/** The first library of each of these languages, and what runs its samples. */
const RUN: readonly (readonly [language: string, runner: Runner])[] = [
  ['shell', SH],
  ['python', PYTHON],
  ['javascript', NODE],
];
/** Samples that one process runs. */
const BATCH = 200;

const recorder = await startRecorder();
for (const file of process.argv.slice(2)) {
  const { api, counts } = await readModel(file);
  if (!api) {
    console.log(JSON.stringify(counts));
    continue;
  }
  const [operation] = api.operations;
  const { requests, refused, variables } = describedRequests(api, recorder.url);
  const failed: string[] = [];
  let total = 0;
  for (const [language, runner] of RUN) {
    const target = targets.find((one) => one.language === language);
    if (!target || !operation) continue;
    const { print } = await target.load();
    const sendings = requests.flatMap((request) => {
      const sample = print(request, operation);
      return sample === undefined ? [] : [{ sample, request }];
    });
    for (let at = 0; at < sendings.length; at += BATCH) {
      const batch = sendings.slice(at, at + BATCH);
      total += batch.length;
      const { ran, hasPlanted, sent } = await sendAll(recorder, runner, batch, variables);
      if (hasPlanted) failed.push(`${language}: a planted command ran`);
      if (ran.status !== 0)
        failed.push(`${language}: ended with ${ran.status}: ${ran.stderr.trim().split('\n').at(-1)}`);
      for (const { sample, count, wanted, found } of sent) {
        if (count === 1 && isDeepStrictEqual(found, wanted)) continue;
        const shown =
          count === 1 ? `sent ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}` : `arrived ${count} times`;
        failed.push(`${language}: ${shown.slice(0, 600)} by ${JSON.stringify(sample.slice(0, 300))}`);
      }
    }
  }
  console.log(JSON.stringify({ ...counts, samples: { total, refused, failed } }));
}
await recorder.close();
