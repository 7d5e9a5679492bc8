import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface Description {
  /** Its path below the folder. */
  readonly name: string;
  readonly path: string;
}

/** The descriptions in a folder, by name; a file that another refers to is a part of that one. */
export function findRoots(folder: string): Description[] {
  const root = realpathSync(folder);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ya?ml|json)$/i.test(name) && !/(^|[\\/])node_modules[\\/]/.test(name))
    .filter((name) => statSync(join(root, name)).isFile())
    .sort();
  const references = new Map<string, readonly string[]>();
  const found: Description[] = [];
  for (const name of names) {
    const path = join(root, name);
    const text = readFileSync(path, 'utf8');
    references.set(path, referencesOf(text, path));
    if (isDescription(text)) found.push({ name, path });
  }
  const reach = (from: string): Set<string> => {
    const reached = new Set<string>();
    const pending = [...(references.get(from) ?? [])];
    for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      pending.push(...(references.get(file) ?? []));
    }
    return reached;
  };
  const reached = new Map(found.map(({ path }) => [path, reach(path)]));
  // Of two that refer to each other the first counts.
  const isPart = (one: Description, index: number): boolean =>
    found.some(
      (other, place) =>
        other !== one &&
        reached.get(other.path)?.has(one.path) &&
        (!reached.get(one.path)?.has(other.path) || place < index),
    );
  return found.filter((one, index) => !isPart(one, index));
}

/** The key stands on a line of its own, or near the start of a file in one line. */
function isDescription(text: string): boolean {
  return (
    /^\ufeff?["']?(openapi|swagger)["']?\s*:/m.test(text) ||
    /^\ufeff?\s*\{[\s\S]*?"(openapi|swagger)"\s*:/.test(text.slice(0, 100_000)) ||
    /^\ufeff?\s*\{[\s\S]*"(openapi|swagger)"\s*:\s*"[\d.]+"[\s,}]*$/.test(text)
  );
}

function referencesOf(text: string, path: string): string[] {
  const found = text.matchAll(/["']?\$ref["']?\s*:\s*["']?([^"'#\s,}]+\.(?:json|ya?ml))/gi);
  return [...new Set([...found].map(([, target = '']) => resolve(dirname(path), target)))].filter(
    (file) => file !== path,
  );
}
