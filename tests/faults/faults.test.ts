import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/frame.ts';
import { type LoadResult, loadApi } from '../../src/openapi/load.ts';
import { writeProject } from '../project.ts';
import { DOCUMENTS } from './documents.ts';
import type { Fault } from './fault.ts';
import { OPERATIONS } from './operations.ts';
import { REFERENCES } from './references.ts';
import { SCHEMAS } from './schemas.ts';
import { SYNTAX } from './syntax.ts';

const SUBJECTS: readonly (readonly [subject: string, faults: readonly Fault[]])[] = [
  ['syntax', SYNTAX],
  ['documents', DOCUMENTS],
  ['references', REFERENCES],
  ['operations', OPERATIONS],
  ['schemas', SCHEMAS],
];

function load({ files }: Fault): Promise<LoadResult> {
  return loadApi(Object.keys(files)[0] ?? '', { root: writeProject(files) });
}

function headings({ diagnostics }: LoadResult, { files }: Fault): string[] {
  const main = Object.keys(files)[0];
  return diagnostics.map(({ severity, code, place }) => {
    const file = place?.file === main ? '' : `${place?.file}:`;
    return `${severity} ${code} ${file}${place?.line}:${place?.column}`;
  });
}

for (const [subject, faults] of SUBJECTS) {
  describe(subject, () => {
    for (const fault of faults) {
      it(`${Object.keys(fault.files)[0]}: ${fault.name}`, async () => {
        const result = await load(fault);
        expect(headings(result, fault)).toEqual(fault.want);
        // Only an error keeps a description from being shown.
        expect(result.api === undefined).toBe(fault.want.some((one) => one.startsWith('error')));
      });
    }
  });
}

describe('what the authors read', () => {
  it('is a sentence and a fix for each', async () => {
    const printed: string[] = [];
    for (const [subject, faults] of SUBJECTS) {
      for (const fault of faults) {
        const { diagnostics } = await load(fault);
        expect([fault.name, diagnostics.filter(({ fix }) => !fix)]).toEqual([fault.name, []]);
        printed.push(`# ${subject}: ${fault.name}`, ...diagnostics.map(formatDiagnostic));
      }
    }
    await expect(`${printed.join('\n\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'wording.txt'));
  });
});
