import type { Schemas } from '../model/schema-object.ts';

/** A part of a slice as it is loaded: the schemas that many operations share are in files of their own. */
interface Loaded {
  readonly schemas: Schemas;
  /** Names of files. */
  readonly shared?: readonly string[];
}

const files = new Map<string, Promise<Schemas>>();

/**
 * Puts the schemas that many operations share into what one operation loads.
 *
 * @param url - of the operation's own file
 */
export async function withShared<Part extends Loaded>(part: Part, url: string): Promise<Part> {
  const names = part.shared ?? [];
  const read: Schemas[] = await Promise.all(
    names.map((name) => readOnce(url.replace(/\/op\/.*$/, `/schemas/${name}.json`))),
  );
  return names.length > 0 ? { ...part, schemas: Object.assign({}, ...read, part.schemas) } : part;
}

function readOnce(url: string): Promise<Schemas> {
  const file = files.get(url) ?? readJson(url);
  files.set(url, file);
  file.catch(() => files.delete(url));
  return file;
}

export async function readJson(url: string) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}
