import { afterAll, beforeAll, describe } from 'vitest';
import { type Recorder, startRecorder } from '../recorder.ts';
import { samplesRun } from '../samples/harness.ts';
import { proveTarget } from '../samples/prove.ts';
import { proofs } from './all.ts';

let recorder: Recorder;
beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(async () => {
  await recorder.close();
  console.info(samplesRun());
});

describe.each(proofs.map((proof) => ({ ...proof, name: `${proof.library} by ${proof.runner.name}` })))(
  'samples in $language for $name',
  (proof) => proveTarget(proof, () => recorder, 900_000),
);
