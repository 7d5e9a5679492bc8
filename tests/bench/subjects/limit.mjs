// The limit of what can be had: a plain script that writes the facts of a description as unstyled HTML, a page for every
// operation and every named schema. Nothing is checked, upgraded, highlighted or searched; Markdown stays as it is written.
// Arguments: the description as JSON, the output folder.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const [file = '', outDir = ''] = process.argv.slice(2);
const document = JSON.parse(readFileSync(file, 'utf8'));
const CODES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text) => String(text).replace(/[&<>"]/g, (sign) => CODES[sign]);
const pages = [];

/** The object that a reference leads to, through references to references. */
function resolve(value) {
  let found = value;
  for (let turns = 0; typeof found?.$ref === 'string' && turns < 20; turns += 1) {
    const steps = found.$ref.slice(2).split('/');
    found = steps.reduce(
      (at, step) => at?.[decodeURIComponent(step).replace(/~1/g, '/').replace(/~0/g, '~')],
      document,
    );
  }
  return found ?? {};
}

const HANDLED = new Set(['type', 'description', 'properties', 'required', 'items', 'allOf', 'anyOf', 'oneOf']);

/** A schema with all it holds; named ones have pages of their own and are linked. */
function schemaHtml(schema) {
  if (typeof schema !== 'object' || schema === null) return `<code>${escapeHtml(schema)}</code>`;
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1);
    return `<a href="/schemas/${encodeURIComponent(fileName(name))}.html">${escapeHtml(name)}</a>`;
  }
  const facts = Object.entries(schema).filter(([key]) => !HANDLED.has(key));
  const parts = [
    `<b>${escapeHtml([schema.type ?? ''].flat().join(' | '))}</b>`,
    schema.description ? `<p>${escapeHtml(schema.description)}</p>` : '',
    ...facts.map(([key, value]) => `<p>${escapeHtml(key)}: <code>${escapeHtml(JSON.stringify(value))}</code></p>`),
  ];
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const need = schema.required?.includes?.(name) ? ' required' : '';
    parts.push(`<dl><dt><code>${escapeHtml(name)}</code>${need}<dd>${schemaHtml(property)}</dl>`);
  }
  if (schema.items) parts.push(`<p>items</p><div>${schemaHtml(schema.items)}</div>`);
  for (const word of ['allOf', 'anyOf', 'oneOf']) {
    for (const one of schema[word] ?? []) parts.push(`<p>${word}</p><div>${schemaHtml(one)}</div>`);
  }
  return parts.join('');
}

/** An example of a schema where the author wrote none: four levels of it. */
function exampleOf(given, depth = 0) {
  const schema = resolve(given);
  const written = schema.example ?? schema.examples?.[0] ?? schema.default ?? schema.enum?.[0];
  if (written !== undefined) return written;
  const inner = schema.allOf ?? schema.anyOf?.slice(0, 1) ?? schema.oneOf?.slice(0, 1);
  if (inner) return Object.assign({}, ...inner.map((one) => exampleOf(one, depth)));
  const properties = depth > 3 ? [] : Object.entries(schema.properties ?? {});
  if (schema.properties) return Object.fromEntries(properties.map(([name, one]) => [name, exampleOf(one, depth + 1)]));
  if (schema.items) return depth > 3 ? [] : [exampleOf(schema.items, depth + 1)];
  return { integer: 0, number: 0, boolean: true, string: 'string' }[[schema.type].flat()[0]] ?? null;
}

function contentHtml(content) {
  return Object.entries(content ?? {})
    .map(([type, media]) => {
      const written = Object.values(media.examples ?? {}).map((one) => resolve(one).value);
      const examples = media.example === undefined ? written : [media.example, ...written];
      const shown = examples.length > 0 ? examples : [exampleOf(media.schema)];
      const blocks = shown.map((one) => `<pre>${escapeHtml(JSON.stringify(one, null, 2) ?? '')}</pre>`).join('');
      return `<h4>${escapeHtml(type)}</h4>${schemaHtml(media.schema ?? {})}${blocks}`;
    })
    .join('');
}

function operationHtml(method, path, item, operation) {
  const server = (operation.servers ?? item.servers ?? document.servers)?.[0]?.url ?? '';
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
  const rows = parameters.map(
    ({ name, in: place, required, description = '', schema = {}, example, content }) =>
      `<dt><code>${escapeHtml(name)}</code> in ${escapeHtml(place)}${required ? ', required' : ''}<dd><p>${escapeHtml(description)}</p>${schemaHtml(schema)}${example === undefined ? '' : `<code>${escapeHtml(JSON.stringify(example))}</code>`}${contentHtml(content)}`,
  );
  const body = resolve(operation.requestBody);
  const answers = Object.entries(operation.responses ?? {}).map(([status, given]) => {
    const { description = '', headers = {}, content } = resolve(given);
    const names = Object.entries(headers).map(
      ([name, header]) => `<dt>${escapeHtml(name)}<dd>${escapeHtml(resolve(header).description ?? '')}`,
    );
    return `<h3>${escapeHtml(status)}</h3><p>${escapeHtml(description)}</p><dl>${names.join('')}</dl>${contentHtml(content)}`;
  });
  const security = JSON.stringify(operation.security ?? document.security ?? []);
  return `<p><code>${method.toUpperCase()} ${escapeHtml(server + path)}</code></p><p>${escapeHtml(operation.description ?? '')}</p><p>Security: <code>${escapeHtml(security)}</code></p><h2>Parameters</h2><dl>${rows.join('')}</dl><h2>Request</h2><p>${escapeHtml(body.description ?? '')}</p>${contentHtml(body.content)}<h2>Responses</h2>${answers.join('')}`;
}

const fileName = (name) => name.replace(/[^\w.-]+/g, '-').slice(0, 200);

function writePage(folder, name, title, html) {
  pages.push(`<li><a href="/${folder}/${encodeURIComponent(name)}.html">${escapeHtml(title)}</a>`);
  const head = `<!doctype html><meta charset="utf-8"><title>${escapeHtml(title)}</title><h1>${escapeHtml(title)}</h1>`;
  writeFileSync(join(outDir, folder, `${name}.html`), head + html);
}

for (const folder of ['operations', 'schemas']) mkdirSync(join(outDir, folder), { recursive: true });
for (const [path, item] of Object.entries(document.paths ?? {})) {
  const resolved = resolve(item);
  for (const [method, operation] of Object.entries(resolved)) {
    if (!METHODS.includes(method)) continue;
    const title = operation.summary ?? operation.operationId ?? `${method} ${path}`;
    const html = operationHtml(method, path, resolved, operation);
    writePage('operations', `${fileName(method + path)}-${pages.length}`, title, html);
  }
}
for (const [name, schema] of Object.entries(document.components?.schemas ?? {}))
  writePage('schemas', fileName(name), name, schemaHtml(schema));
writeFileSync(join(outDir, 'index.html'), `<!doctype html><meta charset="utf-8"><ul>${pages.join('')}</ul>`);
