import { writeNumber } from '../../i18n/numbers.ts';
import { fill } from '../../i18n/translate.ts';
import type { Link } from '../../model/operation.ts';
import { plainText } from '../../model/plain-text.ts';
import { exampleTitle, givenName } from '../../request/example-title.ts';
import type { SchemaNode } from '../../schema/tree.ts';
import type { ShownCode } from '../example-room.ts';
import { operationTitle } from '../operation-title.ts';
import type { ResponseView } from '../operation-view.ts';
import type { PageExample } from '../page-examples.ts';
import { quotedName } from '../quoted-name.ts';
import { valueWords } from '../schema-words.ts';
import { findOperation, operationUrl } from '../urls.ts';
import { type Block, code, fenced, heading, item, line, link, list, plain } from './encode.ts';
import { markText, missing } from './facts.ts';
import { fieldList, fieldName } from './fields.ts';
import { bodies, serverList } from './request.ts';
import { outbound, type TwinContext, toPage } from './twin.ts';

/** @param level - of the heading of each answer */
export function responses(
  twin: TwinContext,
  views: readonly ResponseView[],
  trees: readonly SchemaNode[],
  level: number,
): Block[] {
  const { text, prose } = twin;
  return views.flatMap(({ response, id, headers, content }) => {
    const { status, summary, description, links = [] } = response;
    const words = (description ?? '').trim();
    // A description that is one plain line is all there is to say.
    const isTitle = summary === undefined && plainText(words) === words;
    const title = summary ?? (isTitle ? words : '');
    return [
      heading(level, [code(status), plain(title)].filter(Boolean).join(' ') + markText(twin, id)),
      ...missing(twin, response.missing),
      ...(description && !isTitle ? prose(description) : []),
      ...(headers.length > 0 ? [...line(text.responseHeaders), ...fieldList(twin, headers, trees)] : []),
      ...bodies(twin, content, trees),
      ...(links.length > 0 ? [...line(text.links), ...list(links.map((one) => linkItem(twin, one)))] : []),
    ];
  });
}

/** What request may follow from an answer, and what of it that takes. */
function linkItem(twin: TwinContext, { name, description, requestBody, server, parameters, ...rest }: Link): string {
  const { api, space, locale, text, prose } = twin;
  const operation = rest.operation === undefined ? undefined : findOperation(api, rest.operation);
  const target = rest.operation ?? rest.target;
  const values = [
    ...parameters.map((one) => item(line(code(quotedName(one.name)), code(valueWords(one.value))))),
    ...(requestBody === undefined ? [] : [item(line(text.requestBody, code(valueWords(requestBody))))]),
  ];
  return item([
    ...line(
      fieldName(quotedName(name)),
      operation
        ? `${toPage(twin, operationTitle(operation), operationUrl(space, locale, api, operation))} ${code(`${operation.method} ${operation.path}`)}`
        : target && code(target),
    ),
    ...missing(twin, rest.missing),
    ...(description ? prose(description, true) : []),
    ...list(values),
    ...(server ? serverList(twin, [server]) : []),
  ]);
}

/** @param level - of the heading of each example */
export function examples(twin: TwinContext, shown: readonly PageExample[], level: number): Block[] {
  const { text, prose } = twin;
  return shown.flatMap((example) => {
    const { status, mediaTypes, isData, summary, name, description, externalUrl } = example;
    const title = exampleTitle(example);
    const types = mediaTypes.join(', ');
    const words = [
      status && code(status),
      plain(title ?? types),
      isData ? `· ${text.exampleData}` : title && `· ${code(types)}`,
    ];
    return [
      heading(level, words.filter(Boolean).join(' ')),
      ...(summary && givenName(example) !== undefined ? line(code(quotedName(name))) : []),
      ...(description ? prose(description) : []),
      ...missing(twin, example.missing),
      ...(externalUrl ? line(text.exampleElsewhere, outbound(twin, externalUrl)) : []),
      ...(example.code ? shownCode(twin, example.code, example.number, languageOf(mediaTypes, isData)) : []),
    ];
  });
}

function languageOf(mediaTypes: readonly string[], isData = false): string {
  const [type = ''] = mediaTypes;
  if (isData || /\bjson\b/i.test(type)) return 'json';
  return /\bxml\b/i.test(type) ? 'xml' : '';
}

/** Code, or the beginning of it and where the rest is. */
export function shownCode(twin: TwinContext, shown: ShownCode, number: number, language: string): Block[] {
  const { text, exampleFile } = twin;
  return [
    { text: fenced(shown.tokens.map((token) => token.text).join(''), language) },
    ...(shown.whole !== undefined && exampleFile
      ? line(
          link(fill(text.wholeExample, { count: writeNumber(shown.whole.length, twin.locale) }), exampleFile(number)),
        )
      : []),
  ];
}
