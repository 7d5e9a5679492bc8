import type { RequestBody } from '../../model/operation.ts';
import type { Server } from '../../model/server.ts';
import type { SchemaNode } from '../../schema/tree.ts';
import { asciiHost } from '../ascii-host.ts';
import type { EncodingView, MediaView, OperationView } from '../operation-view.ts';
import { parameterTitles } from '../parameter-titles.ts';
import { quotedName } from '../quoted-name.ts';
import { textWords } from '../schema-words.ts';
import { encodingName, encodingWords } from '../style-words.ts';
import { type Block, code, heading, inline, item, line, list, plain } from './encode.ts';
import { flags, markText, missing, phrases, schemaText, typeWords } from './facts.ts';
import { fieldList, fieldName, schemaFields } from './fields.ts';
import type { TwinContext } from './twin.ts';

/** What a request holds: its parameters by place, and its body. */
export function requestFields(
  twin: TwinContext,
  view: OperationView,
  trees: readonly SchemaNode[],
  { requestBody, title, level }: { requestBody: RequestBody | undefined; title: string; level: number },
): Block[] {
  const { text, prose } = twin;
  const titles = parameterTitles(text);
  const blocks = view.parameters.flatMap(({ place, fields }) => [
    heading(level, titles[place]),
    ...fieldList(twin, fields, trees),
  ]);
  if (view.missing.length > 0) {
    const rows = view.missing.map((one) =>
      item([...line(fieldName(quotedName(one.name))), ...missing(twin, one.missing)]),
    );
    blocks.push(heading(level, text.parametersMissing), ...list(rows));
  }
  if (view.ignored.length > 0) {
    blocks.push(heading(level, text.parametersIgnored), ...line(text.parametersIgnoredHint));
    blocks.push(...fieldList(twin, view.ignored, trees));
  }
  if (requestBody) {
    blocks.push(
      heading(
        level,
        title + flags(twin, { required: requestBody.required }) + markText(twin, `${view.prefix}request-body`),
      ),
    );
    if (requestBody.description) blocks.push(...prose(requestBody.description));
    blocks.push(...bodies(twin, view.body, trees));
  }
  if (view.missingBody !== undefined) blocks.push(heading(level, title), ...missing(twin, view.missingBody));
  return blocks;
}

/** A body in each of its media types. */
export function bodies(twin: TwinContext, content: readonly MediaView[], trees: readonly SchemaNode[]): Block[] {
  const { text, prose } = twin;
  return content.flatMap(({ names, media, whole, item: itemTree, encodings }) => {
    const node = whole === undefined ? undefined : trees[whole];
    const inner = itemTree === undefined ? undefined : trees[itemTree];
    const said = { said: [media.description] };
    return [
      ...line(...names.map(({ name, id }) => code(name) + markText(twin, id)), node && typeWords(twin, node)),
      ...missing(twin, media.missing),
      ...(media.description ? prose(media.description) : []),
      ...(node ? [...schemaText(twin, node, said), ...schemaFields(twin, node)] : []),
      ...(inner
        ? [
            ...line(`${text.streamItem}${text.colon}${typeWords(twin, inner)}`),
            ...schemaText(twin, inner, said),
            ...schemaFields(twin, inner),
          ]
        : []),
      ...(encodings.length > 0 ? [...line(text.encodings), ...list(encodingRows(twin, encodings, trees))] : []),
    ];
  });
}

/** How the parts of a multipart or form body are written. */
function encodingRows(twin: TwinContext, encodings: readonly EncodingView[], trees: readonly SchemaNode[]): string[] {
  const { text } = twin;
  return encodings.map(({ encoding, position, headers, inside }) => {
    const { name, contentType } = encoding;
    const head = name === undefined ? plain(encodingName(encoding, position, text)) : fieldName(quotedName(name));
    return item([
      ...line(head, contentType && code(contentType)),
      ...phrases(encodingWords(encoding, text)),
      ...fieldList(twin, headers, trees),
      ...list(encodingRows(twin, inside, trees)),
    ]);
  });
}

export function serverList({ text, prose }: TwinContext, servers: readonly Server[]): Block[] {
  return list(
    servers.map((server) => {
      const variables = server.variables.map((variable) =>
        item([
          ...line(fieldName(`{${variable.name}}`), `· ${text.default} ${code(textWords(variable.default))}`),
          ...(variable.description ? prose(variable.description, true) : []),
          ...(variable.enum.length > 0 ? line(text.allowed, ...variable.enum.map((one) => code(textWords(one)))) : []),
        ]),
      );
      const host = asciiHost(server.url);
      return item([
        ...line(fieldName(server.url), host && code(host), server.name && inline(server.name)),
        ...(server.description ? prose(server.description, true) : []),
        ...list(variables),
      ]);
    }),
  );
}
