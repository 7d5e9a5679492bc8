import { afterAll, beforeAll, describe } from 'vitest';
import { type Recorder, startRecorder } from '../recorder.ts';
import { IN_BASH, PROOFS, samplesRun } from './harness.ts';
import { proveQuoting, proveTarget } from './prove.ts';

let recorder: Recorder;
beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(async () => {
  await recorder.close();
  console.info(samplesRun());
});

describe.each(PROOFS.map((proof) => ({ ...proof, name: `${proof.library} by ${proof.runner.name}` })))(
  'samples for $name',
  (proof) => proveTarget(proof, () => recorder),
);

describe('samples for curl by bash', () => proveQuoting(IN_BASH, () => recorder));
