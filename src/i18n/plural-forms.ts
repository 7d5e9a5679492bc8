/** The names of the forms that words have beside a count. @see Unicode CLDR, "Plural Rules" */
const NAMES = ['zero', 'one', 'two', 'few', 'many', 'other'];
const PLACE = /\{(\w+)\|([^{}]*)\}/g;

/** What is wrong with the forms of a place. */
export interface FormFault {
  /** `{count|one:file|few:files}` */
  readonly place: string;
  /** The value that chooses. */
  readonly name: string;
  /** Forms that the language doesn't have; that counts have and the place lacks; or forms of neither kind. */
  readonly kind: 'strange' | 'lacking' | 'unnamed';
  readonly forms: readonly string[];
}

/** The forms that whole numbers have in a language, in CLDR's order; those of millions and fractions aren't asked for. */
export function formsOfCounts(tag: string): string[] {
  const rules = pluralRules(tag);
  const used = new Set(Array.from({ length: 201 }, (_, count): string => rules.select(count)));
  return NAMES.filter((name) => used.has(name));
}

/** A text may choose between two words, or name its language's forms: `{count|one:plik|few:pliki|many:plików}`. */
export function checkForms(text: string, tag: string): FormFault[] {
  const known: readonly string[] = pluralRules(tag).resolvedOptions().pluralCategories;
  return [...text.matchAll(PLACE)].flatMap(([place, name = '', choice = '']): FormFault[] => {
    const forms = choice.split('|');
    const names = forms.flatMap((form) => nameOf(form) ?? []);
    if (names.length === 0 && forms.length === 2) return [];
    if (names.length < forms.length) return [{ place, name, kind: 'unnamed', forms }];
    const strange = names.filter((one) => !known.includes(one));
    const lacking = names.includes('other') ? [] : formsOfCounts(tag).filter((one) => !names.includes(one));
    return [
      ...(strange.length > 0 ? [{ place, name, kind: 'strange' as const, forms: strange }] : []),
      ...(lacking.length > 0 ? [{ place, name, kind: 'lacking' as const, forms: lacking }] : []),
    ];
  });
}

/** A text with its language put beside named forms: a sentence is filled in where nothing else tells the language. */
export function bindForms(text: string, tag: string): string {
  return text.replace(PLACE, (place, name: string, choice: string) =>
    nameOf(choice) === undefined ? place : `{${name}|@${tag}|${choice}}`,
  );
}

/** A text as its author wrote it, whether or not its language was put in. */
export function unboundForms(text: string): string {
  return text.replace(/\{(\w+)\|@[\w-]+\|/g, '{$1|');
}

/** The form of a count among those that stand behind the value's name, with or without a language before them. */
export function chooseForm(choice: string, value: string | number): string {
  const [first = '', ...rest] = choice.split('|');
  const count = wholeNumber(String(value));
  if (!first.startsWith('@')) return count === 1 ? first : (rest[0] ?? first);
  const named = new Map(rest.map((form) => [nameOf(form), form.slice(form.indexOf(':') + 1)]));
  const form = pluralRules(first.slice(1)).select(count);
  return named.get(form) ?? named.get('other') ?? '';
}

function nameOf(form: string): string | undefined {
  const [name = ''] = form.split(':', 1);
  return form.includes(':') && NAMES.includes(name) ? name : undefined;
}

const known = new Map<string, Intl.PluralRules>();

function pluralRules(tag: string): Intl.PluralRules {
  let rules = known.get(tag);
  if (!rules) {
    // A language that no rules are known of would get those of the machine.
    rules = new Intl.PluralRules([tag, 'en']);
    known.set(tag, rules);
  }
  return rules;
}

/** A count as any language writes it: `1,223`, `1.223`, `١٢٢٣`. */
function wholeNumber(text: string): number {
  const digits = [...text.replace(/\P{Nd}/gu, '')].map((digit) => {
    // The ten digits of a script stand in a row.
    const code = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return value;
  });
  return Number(digits.join(''));
}
