// What Swagger 2.0 writes otherwise than OpenAPI 3.
import { type Collector, isTrue } from './collect.ts';
import { child, entries, isFields, type Place, textAt } from './document.ts';
import { takeIn } from './part-facts.ts';
import { REQUIRED, takeSchema } from './schema-facts.ts';

/** Which words of a page may tell how items are joined; commas are what every list has. */
const COLLECTION_WORDS: { readonly [format: string]: readonly (string | RegExp)[] } = {
  ssv: ['ssv', /space/i],
  tsv: ['tsv', /\btab/i],
  pipes: ['pipes', /pipe/i],
};

export function takeSwaggerParameters(
  collector: Collector,
  parameters: readonly Place[],
  consumes: Place | undefined,
): void {
  let hasBody = false;
  for (const written of parameters) {
    const place = collector.resolve(written);
    const name = textAt(place, 'name');
    const at = textAt(place, 'in');
    if (!place || name === undefined) continue;
    if (at === 'body') {
      hasBody = true;
      collector.prose('request.description', place, 'description');
      if (isTrue(place, 'required')) collector.words('request.required', place, REQUIRED);
      takeSchema(collector, child(place, 'schema'), { of: 'request', direction: 'request', depth: 1 });
      continue;
    }
    if (at === 'formData') hasBody = true;
    else takeIn(collector, place);
    const of = at === 'formData' ? 'property' : 'parameter';
    collector.add(`${of}.name`, place, { kind: 'row' }, { row: name });
    if (isTrue(place, 'required')) collector.words(`${of}.required`, place, REQUIRED, { row: name });
    takeSimple(collector, place, of, name);
  }
  if (hasBody) takeTypes(collector, consumes, 'request');
}

/** A parameter, its items or a header: a schema in all but name. */
function takeSimple(collector: Collector, place: Place, of: string, row: string): void {
  takeSchema(collector, place, { of, row, direction: 'request', depth: 1 });
  const words = COLLECTION_WORDS[textAt(place, 'collectionFormat') ?? ''];
  if (words) collector.words(`${of}.collectionFormat`, place, words, { row });
}

function takeTypes(collector: Collector, types: Place | undefined, of: 'request' | 'response'): void {
  for (const [, one] of entries(types)) collector.words(`${of}.mediaType`, one, [String(one.value)]);
}

export function takeSwaggerResponses(
  collector: Collector,
  responses: Place | undefined,
  produces: Place | undefined,
): void {
  for (const [status, written] of entries(responses)) {
    if (status.startsWith('x-')) continue;
    collector.words('response.status', written, [status, ...(status === 'default' ? [/默认/] : [])]);
    const place = collector.resolve(written);
    if (!place) continue;
    collector.prose('response.description', place, 'description');
    const schema = child(place, 'schema');
    takeSchema(collector, schema, { of: 'response', direction: 'response', depth: 1 });
    if (schema) takeTypes(collector, produces, 'response');
    for (const [type, one] of entries(child(place, 'examples'))) {
      collector.words('response.mediaType', one, [type]);
      collector.leaves('response.example', one);
    }
    for (const [name, header] of entries(child(place, 'headers'))) {
      collector.add('header.name', header, { kind: 'row' }, { row: name });
      if (isFields(header.value)) takeSimple(collector, header, 'header', name);
    }
  }
}

export function takeSwaggerServers(collector: Collector, root: Place, schemes: Place | undefined): void {
  const host = textAt(root, 'host');
  const base = (textAt(root, 'basePath') ?? '').replace(/\/$/, '');
  if (host === undefined && base === '') return;
  const address = `${host ?? ''}${base}`;
  const names = host === undefined ? [] : entries(schemes).map(([, one]) => String(one.value));
  if (names.length === 0) collector.words('server.url', root, [address], { shared: true });
  for (const name of names) collector.words('server.url', root, [`${name}://${address}`], { shared: true });
}
