import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeProject } from '../../../tests/project.ts';
import { contentHash } from './content-hash.ts';
import { openLastBuild } from './last-build.ts';
import { readRecord, recordFile } from './record-file.ts';

const usual = process.env.XDG_CACHE_HOME;
afterAll(() => {
  if (usual === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = usual;
});

const ROWS = [{ kind: 'field', name: 'id', id: 'id', text: '' }] as const;
const PAGE = 'reference/get-pet/index.html';
/** Goes with the page. */
const COPY = 'reference/get-pet.md';

let root = '';
/** The folder of the site. */
let out = '';
/** Where the next one is made. */
let fresh = '';

/** A first build gave one page, and its site is in place. */
beforeEach(() => {
  root = writeProject({ [`site/${PAGE}`]: 'A pet', [`site/${COPY}`]: '# A pet', 'outside.html': 'A pet' });
  process.env.XDG_CACHE_HOME = join(root, 'cache');
  out = join(root, 'site');
  fresh = join(root, 'fresh');
  const first = openLastBuild(out, false);
  first.begin(fresh, 'build');
  first.note(PAGE, 'key', Buffer.from('A pet'), ROWS, [{ path: COPY, bytes: Buffer.from('# A pet') }]);
  first.remember('question', 'key', () => ['answer']);
  first.close();
});

describe('a page of the last build', () => {
  it('is put into the new site, with what it told, and is the same file', () => {
    const second = openLastBuild(out, false);
    second.begin(fresh, 'build');
    expect(second.takeOver(PAGE, 'key')?.rows).toEqual(ROWS);
    expect(statSync(join(fresh, PAGE)).ino).toBe(statSync(join(out, PAGE)).ino);
    expect(statSync(join(fresh, COPY)).ino).toBe(statSync(join(out, COPY)).ino);
    expect([...second.taken]).toEqual([PAGE, COPY]);
  });

  it('is known to the build after the next too', () => {
    for (const _ of [1, 2]) {
      const next = openLastBuild(out, false);
      next.begin(join(root, `fresh-${_}`), 'build');
      expect(next.takeOver(PAGE, 'key')).toBeDefined();
      next.close();
    }
  });

  const nothing: readonly {
    readonly name: string;
    readonly given?: () => void;
    readonly path?: string;
    readonly key?: string;
    readonly build?: string;
    readonly isFresh?: boolean;
  }[] = [
    { name: 'of another key', key: 'other' },
    { name: 'of another build', build: 'other' },
    { name: 'that is not wanted', isFresh: true },
    { name: 'that nobody knows', path: 'reference/list-pets/index.html' },
    { name: 'that was edited', given: () => writeFileSync(join(out, PAGE), 'A cat') },
    {
      name: 'that is a link to one of the same bytes',
      given: () => replace(PAGE, () => symlinkSync(join(root, 'outside.html'), join(out, PAGE))),
    },
    {
      name: 'in a folder that is a link',
      given: () => {
        mkdirSync(join(root, 'elsewhere'));
        writeFileSync(join(root, 'elsewhere/index.html'), 'A pet');
        replace(dirname(PAGE), () => symlinkSync(join(root, 'elsewhere'), join(out, dirname(PAGE)), 'junction'));
      },
    },
    {
      name: 'that is a folder',
      given: () => replace(PAGE, () => mkdirSync(join(out, PAGE))),
    },
    { name: 'that is gone', given: () => replace(PAGE, () => {}) },
    { name: 'whose copy was edited', given: () => writeFileSync(join(out, COPY), '# A cat') },
    { name: 'whose copy is gone', given: () => replace(COPY, () => {}) },
  ];

  it.each(nothing)('$name is not', ({ given, path = PAGE, key = 'key', build = 'build', isFresh = false }) => {
    given?.();
    const second = openLastBuild(out, isFresh);
    second.begin(fresh, build);
    expect(second.takeOver(path, key)).toBeUndefined();
    expect([path, COPY].filter((one) => existsSync(join(fresh, one)))).toEqual([]);
    expect(second.taken.size).toBe(0);
  });

  it('is not before it is said what this build is', () => {
    expect(openLastBuild(out, false).takeOver(PAGE, 'key')).toBeUndefined();
  });

  it('never stands in the place of a file that is there', () => {
    mkdirSync(dirname(join(fresh, PAGE)), { recursive: true });
    writeFileSync(join(fresh, PAGE), "The owner's");
    const second = openLastBuild(out, false);
    second.begin(fresh, 'build');
    expect(second.takeOver(PAGE, 'key')).toBeUndefined();
    expect(readFileSync(join(fresh, PAGE), 'utf8')).toBe("The owner's");
  });

  it("is not where one that goes with it would stand in the place of an owner's, which stays", () => {
    mkdirSync(dirname(join(fresh, COPY)), { recursive: true });
    writeFileSync(join(fresh, COPY), "The owner's");
    const second = openLastBuild(out, false);
    second.begin(fresh, 'build');
    expect(second.takeOver(PAGE, 'key')).toBeUndefined();
    expect(existsSync(join(fresh, PAGE))).toBe(false);
    expect(readFileSync(join(fresh, COPY), 'utf8')).toBe("The owner's");
  });

  it.each(['../outside.html', 'a/../../outside.html', '/outside.html', 'a//b.html', 'a\\..\\b.html', 'a/%2e%2e/b'])(
    'never lies outside of the site: %s',
    (path) => {
      const first = openLastBuild(out, false);
      first.begin(fresh, 'build');
      first.note(path, 'key', Buffer.from('A pet'), undefined, []);
      first.close();
      const second = openLastBuild(out, false);
      second.begin(fresh, 'build');
      expect(second.takeOver(path, 'key')).toBeUndefined();
    },
  );
});

describe('the addresses on a page of the last build', () => {
  it('are known where it was taken over, and to the build after the next too', () => {
    const first = openLastBuild(out, false);
    first.begin(fresh, 'build');
    first.note(PAGE, 'key', Buffer.from('A pet'), ROWS, []);
    first.noteLinks(PAGE, ['/a/', '/b/#c', '/a/']);
    first.noteLinks('of-the-owner.html', ['/d/']);
    first.close();
    for (const round of [1, 2]) {
      const next = openLastBuild(out, false);
      next.begin(join(root, `fresh-${round}`), 'build');
      expect(next.linksOf(PAGE), 'before it is').toBeUndefined();
      next.takeOver(PAGE, 'key');
      expect(next.linksOf(PAGE)).toEqual(['/a/', '/b/#c', '/a/']);
      expect(next.linksOf('of-the-owner.html')).toBeUndefined();
      next.noteLinks(PAGE, next.linksOf(PAGE) ?? []);
      next.close();
    }
  });
});

describe('an answer of the last build', () => {
  it.each([
    { name: 'of the same input is taken', key: 'key', build: 'build', want: ['answer'] },
    { name: 'of another input is worked out again', key: 'other', build: 'build', want: ['new'] },
    { name: 'of another build too', key: 'key', build: 'other', want: ['new'] },
  ])('$name', ({ key, build, want }) => {
    const second = openLastBuild(out, false);
    second.begin(fresh, build);
    expect(second.remember('question', key, () => ['new'])).toEqual(want);
  });

  it('of another input is given to who works out the new one', () => {
    const second = openLastBuild(out, false);
    second.begin(fresh, 'build');
    const work = (before: readonly string[] = []): string[] => [...before, 'more'];
    expect(second.remember('question', 'other', work)).toEqual(['answer', 'more']);
    expect(second.remember('unknown', 'key', work)).toEqual(['more']);
  });
});

describe('the record', () => {
  it('lies in the folder for what can be made again, for nobody else to see', () => {
    expect(recordFile(out).startsWith(join(root, 'cache/curlew/'))).toBe(true);
    expect(statSync(dirname(recordFile(out))).mode & 0o077).toBe(0);
    expect(recordFile(join(root, 'other'))).not.toBe(recordFile(out));
  });

  const text = (): string => readFileSync(recordFile(out), 'utf8');
  const sealed = (content: string): string => `curlew 3 ${contentHash(content)}\n${content}`;
  it.each([
    { name: 'empty', given: () => '' },
    { name: 'cut off', given: () => text().slice(0, -5) },
    { name: 'edited', given: () => text().replace('"key"', '"other"') },
    { name: 'of another form', given: () => text().replace('curlew 3', 'curlew 2') },
    { name: 'no JSON', given: () => sealed('{') },
    { name: 'null', given: () => sealed('null') },
    { name: 'of other things', given: () => sealed('{"build":"build","files":3,"answers":{},"addresses":[]}') },
  ])('is none when it is $name', ({ given }) => {
    writeFileSync(recordFile(out), given());
    expect(readRecord(out)).toBeUndefined();
    const second = openLastBuild(out, false);
    second.begin(fresh, 'build');
    expect(second.takeOver(PAGE, 'key')).toBeUndefined();
  });

  it('is none where it can not be written', () => {
    process.env.XDG_CACHE_HOME = join(root, 'outside.html');
    const build = openLastBuild(out, false);
    build.begin(fresh, 'build');
    build.close();
    expect(readRecord(out)).toBeUndefined();
  });

  it('of a build that did not begin is left as it is', () => {
    const known = text();
    openLastBuild(out, false).close();
    expect(text()).toBe(known);
  });
});

/** Puts something else where a file or folder of the site was. */
function replace(path: string, put: () => void): void {
  rmSync(join(out, path), { recursive: true });
  put();
}
