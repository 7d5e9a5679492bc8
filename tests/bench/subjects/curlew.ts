import { appendFile, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Description, operationsOf } from '../descriptions.ts';
import { runNode } from '../processes.ts';
import { BENCH, fresh, type Prepared } from './subject.ts';

export const BIN = resolve(BENCH, '../../src/cli/bin.js');
export const GUIDE_CHANGED = 'one guide changed';
export const OPERATION_CHANGED = 'one operation changed';

const GUIDES = ['index', 'start', 'errors'];

/** A project as a user has it: the description, three guides, `curlew build`. */
export async function prepareCurlew({ file, name }: Description, folder: string): Promise<Prepared> {
  const outDir = join(folder, 'site');
  const guides = GUIDES.map((guide) => [
    `docs/en/${guide}.mdx`,
    `---\ntitle: ${guide}\ndescription: The guide ${guide} of ${name}.\n---\n\n## What it tells\n\nA **guide** of a few words.\n\n\`\`\`shell\ncurl https://api.example.com\n\`\`\`\n`,
  ]);
  await fresh(folder, Object.fromEntries(guides));
  const description = join(folder, `openapi/${name}.json`);
  await mkdir(join(folder, 'openapi'));
  await copyFile(file, description);
  return {
    steps: [[BIN, 'build', folder, '--out', outDir, '--quiet']],
    cwd: folder,
    outDir,
    isOperationPage: (path) => /^reference\/[^/]+\/index\.html$/.test(path) && !path.startsWith('reference/all/'),
    changes: [
      {
        name: GUIDE_CHANGED,
        apply: () => appendFile(join(folder, 'docs/en/start.mdx'), '\nOne more paragraph.\n'),
      },
      { name: OPERATION_CHANGED, apply: () => changeOperation(description) },
    ],
  };
}

/** Says more of the operation in the middle. */
async function changeOperation(file: string): Promise<void> {
  const document: unknown = JSON.parse(await readFile(file, 'utf8'));
  const all = operationsOf(document);
  const middle = all[Math.floor(all.length / 2)];
  if (!middle) throw new Error('there is no operation to change');
  middle.operation.description = `${middle.operation.description ?? ''}\n\nOne more paragraph.`;
  await writeFile(file, JSON.stringify(document));
}

/** Builds a project or a single description; not measured. */
export function buildWithCurlew(subject: string, outDir: string): Promise<void> {
  return runNode([BIN, 'build', subject, '--out', outDir, '--quiet'], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
}
