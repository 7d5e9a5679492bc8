import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { en, type Messages } from '../i18n/en.ts';
import { languages, unwritten } from '../i18n/languages.ts';
import { bindForms, checkForms, type FormFault, formsOfCounts } from '../i18n/plural-forms.ts';
import { textsOf, valuesIn, withTexts } from '../i18n/texts.ts';
import { LIMITS } from '../openapi/limits.ts';
import { readSourceFile } from '../openapi/read.ts';
import { diagnose, quoteShort } from '../openapi/report.ts';
import type { SourceFile } from '../openapi/source-file.ts';
import { entries, rootSpot, type Spot, scalarText } from '../openapi/spot.ts';
import { listFiles } from './list-files.ts';
import { languageFolder, type Project } from './project.ts';

/** What an owner says in a language of the interface. */
export interface OwnLanguage {
  readonly messages: Messages;
  /** The texts of a language that we don't have and its file doesn't have either, by the way to them. */
  readonly missing: readonly string[];
  readonly path: string;
}

export interface LanguageFiles {
  /** By tag, in the order of the tags. */
  readonly own: ReadonlyMap<string, OwnLanguage>;
  readonly diagnostics: readonly Diagnostic[];
}

const ENGLISH = textsOf(en);

/** Not in English where a file leaves it out: what a language calls itself is known. */
const OWN_NAME = 'site.languageName';

/**
 * Reads `languages/TAG.yaml`: a text a line, by the way to it in en.ts, `site.menu: Menu`. A language that we have
 * gets some of its texts replaced; another one is added, in English as far as its file leaves texts out.
 */
export function readLanguageFiles(project: Project): LanguageFiles {
  const folder = languageFolder(project);
  const { files, diagnostics: misplaced } = listFiles(project.root, folder);
  const diagnostics = [...misplaced];
  const own = new Map<string, OwnLanguage>();
  for (const name of files.filter((one) => /^[^/]+\.(?:ya?ml|json)$/.test(one))) {
    const tag = name.replace(/\.\w+$/, '');
    const options = { root: realpathSync(project.root), limits: LIMITS };
    const { file, diagnostics: unread } = readSourceFile(realpathSync(join(folder, name)), options);
    diagnostics.push(...unread);
    if (!file) continue;
    const wrong = tagFault(tag) ?? (own.has(tag) ? twice(name, own.get(tag)?.path ?? '') : undefined);
    if (wrong) {
      diagnostics.push(diagnose(rootSpot(file), { severity: 'error', ...wrong }));
      continue;
    }
    const { texts, diagnostics: found } = readTexts(file, tag);
    const missing = languages.has(tag) ? [] : [...ENGLISH.keys()].filter((way) => !texts.has(way) && way !== OWN_NAME);
    own.set(tag, { messages: withTexts(languages.get(tag) ?? unwritten(tag), texts), missing, path: file.path });
    diagnostics.push(...found, ...(missing.length > 0 ? [missingTexts(file, tag, missing)] : []));
  }
  return { own, diagnostics };
}

type Wrong = Pick<Diagnostic, 'code' | 'message'> & { readonly fix: string };

/** @returns nothing for the tag of a language in its usual form */
function tagFault(tag: string): Wrong | undefined {
  let usual: string | undefined;
  try {
    [usual] = Intl.getCanonicalLocales(tag);
  } catch {
    // Then it is no tag at all.
  }
  if (usual === tag && /^[a-z]{2,3}(?:-|$)/.test(tag)) return undefined;
  const fix =
    usual !== undefined && /^[a-z]{2,3}(?:-|$)/.test(usual)
      ? `Rename it to ${usual}.yaml.`
      : 'Name it by a language tag, as in fr.yaml or pt-BR.yaml.';
  return { code: 'language-tag', message: `${quoteShort(tag)} is no language tag in its usual form.`, fix };
}

function twice(name: string, other: string): Wrong {
  const message = `${name} is a second file of a language that ${other} has already.`;
  return { code: 'language-repeated', message, fix: 'Keep one of them.' };
}

function readTexts(file: SourceFile, tag: string): { texts: Map<string, string>; diagnostics: Diagnostic[] } {
  const texts = new Map<string, string>();
  const root = rootSpot(file);
  if (root.node.kind !== 'object') {
    const message = 'A language is written as texts by their names.';
    const fix = 'Write a text a line, as in `site.menu: Menu`.';
    return { texts, diagnostics: [diagnose(root, { code: 'wrong-type', severity: 'error', message, fix })] };
  }
  const diagnostics = entries(root).flatMap(({ key, value }): Diagnostic[] => {
    const english = ENGLISH.get(key);
    if (english === undefined) return [unknownText(key, value)];
    const text = scalarText(value);
    if (text === undefined || text.trim() === '') return [noText(key, value)];
    const faults = [
      ...checkValues(value, text, english),
      ...checkForms(text, tag).map((fault) => formFault(value, fault, tag)),
    ];
    if (faults.every(({ severity }) => severity !== 'error')) texts.set(key, bindForms(text, tag));
    return faults;
  });
  return { texts, diagnostics };
}

/** A newer version of ours may have dropped a text, which must not break a site. */
function unknownText(key: string, spot: Spot): Diagnostic {
  const better = nearest(key, ENGLISH.keys());
  const fix = better === undefined ? 'Remove it.' : `Did you mean "${better}"?`;
  const message = `The interface has no text ${quoteShort(key)}.`;
  return diagnose(spot, { code: 'text-unknown', severity: 'warning', message, fix, onKey: true });
}

function noText(key: string, spot: Spot): Diagnostic {
  const message = `${quoteShort(key)} has no text.`;
  return diagnose(spot, { code: 'wrong-type', severity: 'error', message, fix: 'Give it one, or remove the line.' });
}

/** A value that is left out is a loss, and a name that no value has would show with its braces. */
function checkValues(spot: Spot, text: string, english: string): Diagnostic[] {
  const wanted = valuesIn(english);
  const found = valuesIn(text);
  const strange = found.all.find((name) => !wanted.all.includes(name));
  const lost = wanted.shown.find((name) => !found.all.includes(name));
  const fix = wanted.all.length > 0 ? `The English text is ${quoteShort(english)}.` : 'Remove it.';
  if (strange !== undefined) {
    const message = `There is no value {${strange}} for this text.`;
    return [diagnose(spot, { code: 'text-values', severity: 'error', message, fix })];
  }
  if (lost === undefined) return [];
  const message = `This text leaves out the value {${lost}}.`;
  return [diagnose(spot, { code: 'text-values', severity: 'warning', message, fix })];
}

/** Two words are told apart as in English, more only by the names of their forms. */
function formFault(spot: Spot, { place, name, kind, forms }: FormFault, tag: string): Diagnostic {
  const fix = `Write \`{${name}|${formsOfCounts(tag)
    .map((form) => `${form}:…`)
    .join('|')}}\`, or two words, for 1 and for all else.`;
  const named = forms.map(quoteShort).join(', ');
  const messages: { readonly [key in FormFault['kind']]: string } = {
    strange: `Counts in ${tag} have no form ${named}.`,
    lacking: `Counts in ${tag} also have the form ${named}, which ${quoteShort(place)} leaves out.`,
    unnamed: `${quoteShort(place)} has ${forms.length === 1 ? 'one word' : 'words without the name of their form'}.`,
  };
  return diagnose(spot, { code: 'text-forms', severity: 'error', message: messages[kind], fix });
}

function missingTexts(file: SourceFile, tag: string, missing: readonly string[]): Diagnostic {
  const some = missing.slice(0, 5).join(', ') + (missing.length > 5 ? ', …' : '');
  const message = `${missing.length} of ${ENGLISH.size} texts are missing, and show in English: ${some}.`;
  const fix = `\`curlew texts ${tag} >> ${file.path}\` adds them in English, to be translated.`;
  return diagnose(rootSpot(file), { code: 'text-missing', severity: 'warning', message, fix });
}
