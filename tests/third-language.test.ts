import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en.ts';
import { textsOf } from '../src/i18n/texts.ts';
import { zhCN } from '../src/i18n/zh-CN.ts';
import { languages, targets } from '../src/samples/targets.ts';
import { buildProject } from './builder/build.ts';
import { guide, petsYaml } from './foreign/files.ts';
import { strayTexts, textsIn, wordsOf } from './other-language.ts';
import { writeFiles } from './project.ts';

const TAG = 'qaa-Hebr';
/** Letters for letters, so that nothing of it is a word of ours, and it is written from right to left. */
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשתםןףץ';

/** @param sentence - its `{values}` keep their names */
function made(sentence: string): string {
  return sentence
    .split(/(\{\w+[|}])/)
    .map((part) => (/^\{\w+[|}]$/.test(part) ? part : part.replace(/[A-Za-z]/g, letter)))
    .join('');
}

function letter(one: string): string {
  return HEBREW[one.toLowerCase().charCodeAt(0) - 97] ?? '';
}

const texts = textsOf(en);
const lines = [...texts].map(([way, text]) => `${way}: ${JSON.stringify(made(text))}`);

const GUIDE = `Some words.

<Note>A note.</Note>
<Warning>A warning.</Warning>
<TryIt operation="listPets" />
<Sample operation="addPet" />
<ResponseExample operation="listPets" />
`;
const API = petsYaml().replace(
  '        - name: colour',
  `        - name: shape
          in: query
          deprecated: true
          schema: { type: [string, 'null'], enum: [round, flat], minLength: 1, maxLength: 4, pattern: '^[a-z]{2}' }
        - name: colour`,
);
const FILES = {
  'openapi/pets.yaml': API,
  'docs/start.mdx': guide('Start', GUIDE),
  [`docs/${TAG}/start.mdx`]: guide('Start', GUIDE),
  [`languages/${TAG}.yaml`]: `${lines.join('\n')}\n`,
};

interface Shown {
  /** Texts outside code and scripts, and attributes that readers meet. */
  readonly runs: string[];
  readonly whole: string;
  readonly root: { readonly [name: string]: string };
}

/** A page without what is said to be in another language. */
function readPage(html: string): Shown {
  const runs: string[] = [];
  let whole = '';
  let root: { [name: string]: string } = {};
  const skipped: string[] = [];
  const outside: string[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'html') root = attributes;
      if (/^(?:meta|link|br|hr|img|input|wbr)$/.test(tag)) return;
      const foreign = attributes.lang !== undefined && attributes.lang !== root.lang;
      if (outside.length > 0 || foreign) outside.push(tag);
      else if (skipped.length > 0 || /^(?:pre|code|script|style)$/.test(tag)) skipped.push(tag);
      if (outside.length > 0) return;
      for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'data-done', 'data-failed', 'data-hint']) {
        if (attributes[name]) runs.push(attributes[name]);
      }
    },
    ontext(text) {
      if (outside.length > 0) return;
      whole += text;
      if (skipped.length === 0 && text.trim() !== '') runs.push(text);
    },
    onclosetag(tag) {
      if (outside.at(-1) === tag) outside.pop();
      else if (skipped.at(-1) === tag) skipped.pop();
    },
  });
  parser.end(html);
  return { runs, whole, root };
}

describe('a third language is one file', () => {
  let root = '';
  let dist = '';
  let err = '';
  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'curlew-test-')));
    writeFiles(root, FILES);
    const built = await buildProject(root);
    expect(built.code, built.err).toBe(0);
    err = built.err;
    dist = join(root, 'dist');
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const pages = (): string[] =>
    readdirSync(join(dist, TAG.toLowerCase()), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.html'))
      .map((name) => join(dist, TAG.toLowerCase(), name));
  const madeTexts = texts.values().map(made).toArray();

  it('and nothing of it is missing', () => expect(err).not.toContain('text-missing'));

  it('has every page, with its language and direction', () => {
    expect(pages().length).toBeGreaterThan(4);
    for (const page of pages()) {
      const { root } = readPage(readFileSync(page, 'utf8'));
      expect([page, root.lang, root.dir]).toEqual([page, TAG, 'rtl']);
    }
    const { root } = readPage(readFileSync(join(dist, 'start/index.html'), 'utf8'));
    expect([root.lang, root.dir]).toEqual(['en', undefined]);
  });

  for (const [name, messages] of [
    ['English', en],
    ['Chinese', zhCN],
  ] as const) {
    it(`shows no text of ours in ${name}`, () => {
      const other = wordsOf(textsIn(messages), [...madeTexts, API, GUIDE, 'JSON']);
      expect(other.phrases.length).toBeGreaterThan(300);
      for (const page of pages())
        expect([page, strayTexts(other, readPage(readFileSync(page, 'utf8')))]).toEqual([page, []]);
    });
  }

  it('shows no other Latin word than the descriptions, guides and code have', () => {
    const labels = [...languages.map(({ label }) => label), ...targets.map(({ library }) => library)];
    const given = [API, GUIDE, 'Start Pets GET POST ltr API Markdown YAML JSON', ...labels].join(' ');
    const allowed = new Set(given.match(/[A-Za-z]{2,}/g));
    for (const page of pages()) {
      const words = readPage(readFileSync(page, 'utf8')).runs.flatMap((run) => run.match(/[A-Za-z]{2,}/g) ?? []);
      expect([page, [...new Set(words)].filter((word) => !allowed.has(word))]).toEqual([page, []]);
    }
  });

  it('has the texts of the console and its parts', () => {
    const file = (name: string): unknown =>
      JSON.parse(readFileSync(join(dist, '_curlew/text', `${TAG.toLowerCase()}${name}.json`), 'utf8'));
    expect(textsIn(file(''))).toEqual(textsIn(en.console).map(made));
    for (const [part, english] of Object.entries(en.consoleParts)) {
      expect(textsIn(file(`.${part}`))).toEqual(textsIn(english).map(made));
    }
  });
});
