import { type ChangePiece, changePieces } from '../changes/change-words.ts';
import type { ToldChange } from '../changes/changelog.ts';
import type { SiteMessages } from '../i18n/en.ts';
import { fill } from '../i18n/translate.ts';
import type { Api } from '../model/api.ts';
import { showInvisibles } from '../model/invisibles.ts';
import type { ChangeMark } from './change-marks.ts';
import type { EntryPlace } from './changelog.ts';
import { quotedName } from './quoted-name.ts';
import { changelogUrl, schemaIdName, type UrlSpace } from './urls.ts';

/** A longer value, such as a pattern, is told in part. */
const LONGEST_VALUE = 200;

/** What happened, in the words of a language. */
export function changeSentence(change: ToldChange, text: SiteMessages): ChangePiece[] {
  const { what, none } = text.changes;
  const pieces = changePieces(change, what, { none, show: (value) => valueText(change.code, value, text) });
  return pieces.map((piece) => ({ ...piece, text: short(showInvisibles(piece.text)) }));
}

function short(value: string): string {
  return value.length > LONGEST_VALUE ? `${[...value].slice(0, LONGEST_VALUE).join('')}…` : value;
}

/** Some values are words of ours in English, as the report of `curlew diff` has them; all others are as written. */
function valueText(code: string, value: string, text: SiteMessages): string {
  const { changes } = text;
  if (/^type-/.test(code)) return value === 'any type' ? changes.anyType : value.split(' or ').join(text.typeOr);
  if (/^(?:choice|branch)-/.test(code))
    return value
      .split(', ')
      .map((name) => branchText(name, text))
      .join(text.listComma);
  if (/^security-/.test(code)) return value.split(' and ').join(' + ');
  if (code === 'serialization-changed') return styleText(value, text);
  return code === 'scheme-changed' ? schemeText(value, text) : value;
}

function branchText(name: string, { changes }: SiteMessages): string {
  const [, number] = /^branch (\d+)$/.exec(name) ?? [];
  return number === undefined ? name : fill(changes.branch, { number });
}

function styleText(value: string, { changes }: SiteMessages): string {
  const isReserved = value.endsWith(', reserved characters as they are');
  const plain = value.replace(/, reserved characters as they are$/, '');
  const style = plain.endsWith(', exploded')
    ? fill(changes.exploded, { style: plain.replace(/, exploded$/, '') })
    : plain;
  return isReserved ? fill(changes.reserved, { style }) : style;
}

function schemeText(value: string, text: SiteMessages): string {
  const { apiKeyHeader, apiKeyQuery, apiKeyCookie } = text.changes;
  const [, place = '', name = ''] = /^API key in (header|query|cookie) (.*)$/s.exec(value) ?? [];
  const sentence = { header: apiKeyHeader, query: apiKeyQuery, cookie: apiKeyCookie }[place];
  if (sentence !== undefined) return fill(sentence, { name });
  if (value === 'oauth2') return text.oauth2;
  if (value === 'openIdConnect') return text.openIdConnect;
  if (value === 'mutualTLS') return text.mutualTLS;
  const [, scheme] = /^HTTP (.*)$/s.exec(value) ?? [];
  return scheme === undefined ? value : fill(text.httpScheme, { scheme });
}

/** The steps from the operation, the schema or the API to where something changed. */
export function placeSteps({ place: { operation, schema, path } }: ToldChange, text: SiteMessages): ChangePiece[] {
  if (schema === undefined) return ownSteps(path, operation !== undefined, text);
  return path.map((step) => innerStep(step, text));
}

/** The first steps are ours by their place, whatever a description calls its fields. */
function ownSteps(path: readonly string[], isOperation: boolean, text: SiteMessages): ChangePiece[] {
  const [first, second, third, fourth] = path;
  if (first === undefined) return [];
  const name = (step: string): ChangePiece => ({ text: quotedName(step), isValue: true });
  const named = second === undefined ? [] : [name(second)];
  const inner = (from: number): ChangePiece[] => path.slice(from).map((step) => innerStep(step, text));
  if (!isOperation) return [ours(first, text), ...path.slice(1).map(name)];
  if (first === 'callback') return [ours(first, text), ...named, ...ownSteps(path.slice(2), true, text)];
  if (first !== 'response' || third === undefined) return [ours(first, text), ...named, ...inner(2)];
  if ((third === 'header' || third === 'link') && fourth !== undefined) {
    return [ours(first, text), ...named, ours(third, text), name(fourth), ...inner(4)];
  }
  return [ours(first, text), ...named, name(third), ...inner(3)];
}

function ours(step: string, text: SiteMessages): ChangePiece {
  const { where } = text.changes;
  return isStep(where, step) ? { text: where[step] } : { text: quotedName(step), isValue: true };
}

const INNER: ReadonlySet<string> = new Set(['item', '[]', '*', 'property names']);

function innerStep(step: string, text: SiteMessages): ChangePiece {
  if (INNER.has(step)) return ours(step, text);
  const branch = branchText(step, text);
  return branch === step ? { text: quotedName(step), isValue: true } : { text: branch };
}

function isStep(where: SiteMessages['changes']['where'], step: string): step is keyof typeof where {
  return Object.hasOwn(where, step);
}

/** `New in 2.0` */
export function markWords(
  { isNew, version }: Pick<ChangeMark, 'isNew' | 'version'>,
  { changes }: SiteMessages,
): string {
  return fill(isNew ? changes.newIn : changes.changedIn, { version: showInvisibles(version) });
}

export function entryUrl(space: UrlSpace, locale: string, api: Api, { sheet, id }: EntryPlace): string {
  return `${changelogUrl(space, locale, api, sheet)}#${id}`;
}

/** What is gone, as its page can still name it: `query parameter limit`, `Pet.tag`, `Pet.kind = "bird"`. */
export function removedName(change: ToldChange, api: Api, text: SiteMessages): ChangePiece[] {
  const { place, before, code } = change;
  const steps = placeSteps(change, text);
  const schema = place.schema === undefined ? [] : [{ text: schemaIdName(api, place.schema), isValue: true as const }];
  const value =
    before !== undefined && /^(?:enum-value|branch|discriminator-value)-removed$/.test(code)
      ? [{ text: ' = ' }, { text: short(showInvisibles(valueText(code, before, text))), isValue: true as const }]
      : [];
  const way = [...schema.map((one) => ({ ...one, text: showInvisibles(one.text) })), ...steps];
  return [...way.flatMap((piece, index) => (index === 0 ? [piece] : [{ text: ' › ' }, piece])), ...value];
}
