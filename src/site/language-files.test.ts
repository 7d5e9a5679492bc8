import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { en } from '../i18n/en.ts';
import { textsOf } from '../i18n/texts.ts';
import { fill } from '../i18n/translate.ts';
import { zhCN } from '../i18n/zh-CN.ts';
import { readLanguageFiles } from './language-files.ts';

/** `code line:column fix`, but for what a whole language lacks. */
function told(files: { readonly [path: string]: string }): string[] {
  return readLanguageFiles({ root: writeProject(files) })
    .diagnostics.filter(({ code }) => code !== 'text-missing')
    .map(
      ({ code, severity, place, fix }) => `${severity} ${code} ${place?.file}:${place?.line}:${place?.column} ${fix}`,
    );
}

describe('what is wrong with a language', () => {
  const rows: { name: string; given: string; want: string[] }[] = [
    { name: 'nothing', given: 'site.menu: Menü\n"console.problem.not-json": Kein JSON.\n', want: [] },
    {
      name: 'a text that is not ours',
      given: 'site.menue: Menü\nanything: Etwas\n',
      want: [
        'warning text-unknown languages/de.yaml:1:1 Did you mean "site.menu"?',
        'warning text-unknown languages/de.yaml:2:1 Remove it.',
      ],
    },
    {
      name: 'no text',
      given: 'site.menu:\nsite.copy: { a: b }\n',
      want: [
        'error wrong-type languages/de.yaml:1:1 Give it one, or remove the line.',
        'error wrong-type languages/de.yaml:2:1 Give it one, or remove the line.',
      ],
    },
    {
      name: 'values that are not there, and that are left out',
      given: 'site.allApis: Alle {anzahl} APIs\nsite.allGroups: Alle Gruppen\nsite.menu: "{menu}"\n',
      want: [
        'error text-values languages/de.yaml:1:15 The English text is "All {count} APIs".',
        'warning text-values languages/de.yaml:2:17 The English text is "All {count} groups".',
        'error text-values languages/de.yaml:3:12 Remove it.',
      ],
    },
    {
      name: 'a count that chooses no word',
      given: 'site.operationCount: "{count} Op."\n',
      want: [],
    },
    {
      name: 'forms of words that are named as the language has them, or two words',
      given: 'site.operationCount: "{count} {count|one:a|other:b}"\nsite.allSchemas: "{count} {count|a|b}"\n',
      want: [],
    },
    {
      name: 'forms that the language lacks, that it has, and that have no name',
      given:
        'site.operationCount: "{count} {count|one:a|few:b|other:c}"\nsite.allSchemas: "{count} {count|one:a}"\nsite.allApis: "{count} {count|a|b|c}"\n',
      want: [1, 2, 3].map(
        (line) =>
          `error text-forms languages/de.yaml:${line}:${[22, 18, 15][line - 1]} Write \`{count|one:…|other:…}\`, or two words, for 1 and for all else.`,
      ),
    },
    {
      name: 'a list',
      given: '- site.menu\n',
      want: ['error wrong-type languages/de.yaml:1:1 Write a text a line, as in `site.menu: Menu`.'],
    },
    { name: 'bad YAML', given: 'site.menu: "a\n', want: [expect.stringContaining('error yaml-syntax')] },
  ];
  for (const { name, given, want } of rows) it(name, () => expect(told({ 'languages/de.yaml': given })).toEqual(want));

  it('a name that is no tag, or not in its usual form, or comes twice', () => {
    const line = 'site.menu: a\n';
    expect(
      told({
        'languages/pt-br.yaml': line,
        'languages/german.yaml': line,
        'languages/fr.json': '{"site.menu": "a"}',
        'languages/fr.yaml': line,
        'languages/notes/de.yaml': line,
        'languages/notes.md': line,
      }),
    ).toEqual([
      'error language-repeated languages/fr.yaml:1:1 Keep one of them.',
      'error language-tag languages/german.yaml:1:1 Name it by a language tag, as in fr.yaml or pt-BR.yaml.',
      'error language-tag languages/pt-br.yaml:1:1 Rename it to pt-BR.yaml.',
    ]);
  });
});

it('another language is English as far as its file says nothing, and told to be', () => {
  const root = writeProject({ 'languages/de.yaml': 'site.menu: Menü\nsite.copy: Kopieren\n' });
  const { own, diagnostics } = readLanguageFiles({ root });
  const { messages, missing } = own.get('de') ?? {};
  // What the language is called is known: a reader would take the page for an English one.
  const known = { languageName: 'Deutsch', readInLanguage: 'Deutsch' };
  expect(messages?.site).toEqual({ ...en.site, ...known, menu: 'Menü', copy: 'Kopieren' });
  expect(messages?.console).toEqual(en.console);
  expect(missing?.length).toBe(textsOf(en).size - 3);
  expect(diagnostics).toMatchObject([
    {
      code: 'text-missing',
      severity: 'warning',
      message: expect.stringMatching(/^(\d+) of \d+ texts are missing, and show in English: site\.skipToContent, /),
      fix: '`curlew texts de >> languages/de.yaml` adds them in English, to be translated.',
    },
  ]);
});

it('a text with named forms knows its language', () => {
  const root = writeProject({
    'languages/pl.yaml': 'site.operationCount: "{count} {count|one:operacja|few:operacje|many:operacji}"\n',
  });
  const text = readLanguageFiles({ root }).own.get('pl')?.messages.site.operationCount ?? '';
  expect([1, 2, 5].map((count) => fill(text, { count }))).toEqual(['1 operacja', '2 operacje', '5 operacji']);
});

it('a language of ours keeps its other texts', () => {
  const root = writeProject({ 'languages/zh-CN.yaml': 'site.tryIt: 立即试用\n' });
  const { own, diagnostics } = readLanguageFiles({ root });
  expect(own.get('zh-CN')?.messages).toEqual({ ...zhCN, site: { ...zhCN.site, tryIt: '立即试用' } });
  expect(diagnostics).toEqual([]);
});
