import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** In the order of what they take; none of them should be what all others have ended before. */
const LONGEST = [
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

/** Runs what takes long first, then what builds sites, and the many short files at the end, where they fill each worker. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at >= 0 ? at : LONGEST.length + (project.name === 'tests' ? 0 : 1);
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
