// The model as if it were pages, so that what reading loses is found without building a site.
import { isFields } from './document.ts';
import { proseBlocks } from './prose.ts';
import type { SeenPage, SeenRow, Shown } from './seen.ts';
import { fold, SeenText } from './text.ts';

/** Lists whose items are rows of a page. */
const ROW_LISTS = new Set(['properties', 'parameters', 'ignoredParameters', 'headers']);
/** What a page would say for a flag that is set. */
const FLAGS: { readonly [key: string]: string } = {
  required: 'required',
  deprecated: 'deprecated',
  uniqueItems: 'unique',
  readOnly: 'read-only',
  writeOnly: 'write-only',
};

/** @param api - an `Api`, walked as plain JSON, so that the model may change */
export function openModel(api: unknown): Shown {
  const top = isFields(api) ? api : {};
  const schemas = isFields(top.schemas) ? top.schemas : {};
  const { operations, webhooks, schemas: _schemas, ...rest } = top;
  const pages = new Map<string, SeenPage>();
  const byName = new Map<string, SeenPage>();
  for (const one of list(operations)) byName.set(endpoint(one), pageOf(endpoint(one), one));
  const ofWebhook = new Map<string, SeenPage>();
  for (const one of list(webhooks)) {
    if (isFields(one))
      ofWebhook.set(endpoint({ ...fields(one.operation), path: one.name }), pageOf(String(one.name), one));
  }
  return {
    operation: (method, path) => byName.get(`${method} ${path}`),
    webhook: (method, name) => ofWebhook.get(`${method} ${name}`),
    overview: [pageOf('overview', rest)],
    schema: (id) => {
      let page = pages.get(id);
      if (!page && Object.hasOwn(schemas, id)) {
        page = pageOf(id, schemas[id]);
        pages.set(id, page);
      }
      return page;
    },
  };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function fields(value: unknown): { readonly [key: string]: unknown } {
  return isFields(value) ? value : {};
}

function endpoint(operation: unknown): string {
  const { method, path } = fields(operation);
  return `${method} ${path}`;
}

interface OpenRow {
  readonly text: string[];
  readonly links: string[];
}

function pageOf(id: string, value: unknown): SeenPage {
  const top: OpenRow = { text: [], links: [] };
  const whole: string[] = [];
  const links = new Set<string>();
  const rows = new Map<string, SeenRow[]>();
  const keep = (name: string, row: OpenRow): void => {
    const same = rows.get(fold(name)) ?? [];
    same.push({ text: new SeenText(row.text.join(' \n ')), links: row.links });
    rows.set(fold(name), same);
  };
  const write = (text: string, row: OpenRow): void => {
    row.text.push(text);
    whole.push(text);
  };
  const visit = (one: unknown, key: string, row: OpenRow): void => {
    if (Array.isArray(one)) {
      if (key === 'required') for (const name of one) keep(String(name), { text: ['required'], links: [] });
      for (const item of one) {
        const name = fields(item).name;
        if (!ROW_LISTS.has(key) || typeof name !== 'string') {
          visit(item, key, row);
          continue;
        }
        const inner: OpenRow = { text: [], links: [] };
        visit(item, key, inner);
        keep(name, inner);
      }
    } else if (isFields(one)) {
      for (const [name, part] of Object.entries(one)) if (name !== 'source' || !isPointer(part)) visit(part, name, row);
    } else if (typeof one === 'string') {
      for (const text of spellings(one, key)) write(text, row);
      if (key === 'ref' || key === 'defaultMapping') {
        row.links.push(one);
        links.add(one);
      }
    } else if (one === true) write(FLAGS[key] ?? key, row);
    else if (one === false && /^(additional|unevaluated)Properties$/.test(key)) write('no other properties', row);
    else if (typeof one === 'number') write(String(one), row);
  };
  visit(value, '', top);
  const own = { text: new SeenText(top.text.join(' \n ')), links: top.links };
  return { id, whole: new SeenText(whole.join(' \n ')), own, rows, links: [...links], targets: new Set() };
}

/** Where the author wrote something, unlike the source of a code sample. */
function isPointer(value: unknown): boolean {
  return typeof value === 'string' && /^[^\n]*#(\/|$)/.test(value);
}

function spellings(text: string, key: string): string[] {
  if (key === 'description' || key === 'summary' || key === 'pathSummary' || key === 'pathDescription') {
    return [text, proseBlocks(text).join('\n')];
  }
  if (!/^".*"$/s.test(text)) return [text];
  try {
    return [text, String(JSON.parse(text))];
  } catch {
    return [text];
  }
}
