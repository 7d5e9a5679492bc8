import { formatJson, type JsonText, quoteJson } from '../model/json-text.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import type { Schema } from '../model/schema-object.ts';
import { isSequential } from '../model/slice.ts';
import { encodeForm, writeForm } from '../request/form.ts';
import { kindOfMedia } from '../request/media-kind.ts';
import { plainText } from '../request/shape.ts';
import type { Answer, Call } from './call.ts';
import { wantsStream } from './choose.ts';
import { multipartPieces } from './multipart-answer.ts';
import { paced, streamPieces } from './stream.ts';
import { cutTokens } from './tokens.ts';

type Body = Pick<Answer, 'mediaType' | 'body'>;

/**
 * The body of an answer in its media type.
 *
 * @param example - what the author shows; a value is built from the schema where there is none
 */
export async function answerBody(call: Call, media: MediaType, example: Example | undefined): Promise<Body> {
  const mediaType = media.name;
  if (isSequential(media)) return { mediaType, body: await streamPieces(call, media, example) };
  const { api, settings } = call;
  if (example?.text !== undefined) return { mediaType, body: example.text };
  switch (kindOfMedia(media, api.schemas)) {
    case 'json':
      return { mediaType, body: formatJson(example?.value ?? (await built(call, media.schema))) };
    case 'xml': {
      const value = example?.value ?? (await built(call, media.schema));
      if (example && value.startsWith('"')) return { mediaType, body: plainText(value) };
      const { writeXml } = await import('../request/xml.ts');
      return { mediaType, body: writeXml(api.schemas, media.schema ?? true, value) };
    }
    case 'multipart': {
      const value = example?.value ?? (await built(call, media.schema ?? items(media)));
      return multipartPieces(call, media, value);
    }
    case 'form': {
      const value = example?.value ?? (await built(call, media.schema));
      const written = writeForm(value, media.encoding ?? [], encodeForm);
      return { mediaType, body: written && 'text' in written ? written.text : plainText(value) };
    }
    case 'binary': {
      if (example?.value !== undefined) return { mediaType, body: plainText(example.value) };
      const { sampleFile } = await import('./sample-file.ts');
      return { mediaType, body: sampleFile(mediaType) };
    }
    default: {
      const value =
        example?.value ?? (media.schema === undefined ? quoteJson('string') : await built(call, media.schema));
      const text = plainText(value);
      // Whoever asks for a stream and gets text sees it grow.
      return { mediaType, body: wantsStream(call.json) ? paced(cutTokens(text), settings.seed) : text };
    }
  }
}

function items(media: MediaType): Schema | undefined {
  return media.itemSchema === undefined ? undefined : { types: ['array'], items: media.itemSchema, minItems: '2' };
}

async function built({ api }: Call, schema: Schema | undefined): Promise<JsonText> {
  const { buildExample } = await import('../schema/example.ts');
  return buildExample(schema ?? true, api.schemas, { direction: 'response' });
}
