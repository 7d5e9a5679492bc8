import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { leaveOut, measureBuilds, tell } from './builds.ts';
import type { Description } from './descriptions.ts';
import { fresh, type Prepared, type Subject } from './subjects/subject.ts';

const description: Description = { name: 'pets', file: '', operations: 20 };

function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'curlew-test-')));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Writes a page with the text of a file, or fails where that says so. */
const BUILD = `import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const text = readFileSync('text', 'utf8');
if (text === 'broken') throw new Error('the text is broken');
mkdirSync('out/operations', { recursive: true });
writeFileSync('out/operations/a.html', text);
writeFileSync('out/' + text, text);
`;

const subject = (prepared: Partial<Prepared>, text = 'one'): Subject => ({
  name: 'a subject',
  prepare: async (_, at) => {
    await fresh(at, { text, 'build.mjs': BUILD });
    return { steps: [['build.mjs']], cwd: at, outDir: join(at, 'out'), ...prepared };
  },
});

describe('builds', () => {
  it('are measured from nothing, each followed by one over what is there for every change', async () => {
    const into = folder();
    const at = join(into, 'pets-a-subject');
    const seen: string[] = [];
    const apply = async (): Promise<void> => {
      seen.push(...['one', 'two'].filter((name) => existsSync(join(at, 'out', name))));
      writeFileSync(join(at, 'text'), 'two');
    };
    const { result, seconds } = await measureBuilds(
      description,
      subject({ isOperationPage: (path) => path.startsWith('operations/'), changes: [{ name: 'a change', apply }] }),
      { folder: into, runs: 2 },
    );
    expect(seen).toEqual(['one', 'one']);
    expect(result).toMatchObject({ description: 'pets', operations: 20, subject: 'a subject' });
    expect(result.runs).toHaveLength(2);
    for (const run of result.runs) {
      expect(run).toMatchObject({ pages: 1, operationPageBytes: 3, outputMegabytes: 6e-6 });
      expect(run.wallSeconds).toBeGreaterThan(0);
      expect(run.megabytes).toBeGreaterThan(10);
    }
    expect(seconds).toMatchObject([{ change: 'a change', runs: [{ outputMegabytes: 9e-6 }, {}] }]);
    expect(existsSync(at)).toBe(false);
  });

  it('that fail are told with their reason, the first or the second', async () => {
    const first = await measureBuilds(description, subject({}, 'broken'), { folder: folder(), runs: 2 });
    expect(first.result).toMatchObject({ runs: [], failure: 'exit 1: Error: the text is broken' });
    const into = folder();
    const apply = async (): Promise<void> => writeFileSync(join(into, 'pets-a-subject/text'), 'broken');
    const second = await measureBuilds(description, subject({ changes: [{ name: 'a change', apply }] }), {
      folder: into,
      runs: 1,
    });
    expect(second.result.runs).toHaveLength(1);
    expect(second.seconds).toMatchObject([{ runs: [], failure: 'exit 1: Error: the text is broken' }]);
  });

  it('are left out where a smaller description took too long', () => {
    const late = {
      description: 'figma',
      operations: 46,
      subject: 'a subject',
      runs: [],
      failure: 'not done after 9 s',
    };
    const other = { ...late, subject: 'another' };
    const large = { ...description, name: 'github', operations: 1223 };
    expect(leaveOut(large, subject({}), [other, late])).toMatchObject({ failure: 'not tried after figma' });
    expect(leaveOut(description, subject({}), [late])).toBeUndefined();
    expect(leaveOut(large, subject({}), [other, { ...late, failure: 'exit 1' }])).toBeUndefined();
  });

  it('tell a reason that fits a cell of a table', () => {
    expect(tell(new Error(`a | b\nmore`))).toBe('a / b');
    expect(tell('x'.repeat(500))).toHaveLength(120);
  });
});

it('knows real descriptions by files of packages that are pinned', async () => {
  const { REAL } = await import('./descriptions.ts');
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'));
  for (const file of REAL.values()) {
    const name = file
      .split('/')
      .slice(0, file.startsWith('@') ? 2 : 1)
      .join('/');
    expect(dependencies[name]).toMatch(/^\d+\.\d+\.\d+$/);
  }
});
