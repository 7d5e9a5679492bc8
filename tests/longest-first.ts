import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** In the order of what they take; none of them should be what all others have ended before. */
const LONGEST = [
  'tests/second-build.test.ts',
  'tests/package/package.test.ts',
  'tests/samples/samples.test.ts',
  'tests/foreign/build.test.ts',
  'tests/same-bytes.test.ts',
  'tests/bounded-pages.test.ts',
  'tests/samples/examples.test.ts',
  'tests/broken-project.test.ts',
  'tests/sandbox/answers.test.ts',
  'tests/facts/model.test.ts',
];

/** Runs what takes long first, so that short files fill the workers at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
