import type { SourceFile } from './source-file.ts';
import { child, entries, items, rootSpot, type Spot } from './spot.ts';

/** Most files have none, so a file is searched when a reference first asks for one. */
const known = new WeakMap<SourceFile, ReadonlyMap<string, Spot>>();

function collect(file: SourceFile): ReadonlyMap<string, Spot> {
  const anchors = new Map<string, Spot>();
  const stack = [rootSpot(file)];
  for (let spot = stack.pop(); spot !== undefined; spot = stack.pop()) {
    for (const key of ['$anchor', '$dynamicAnchor']) {
      const anchor = child(spot, key)?.node;
      if (anchor?.kind === 'string' && !anchors.has(anchor.value)) anchors.set(anchor.value, spot);
    }
    for (const item of items(spot)) stack.push(item);
    for (const { value } of entries(spot)) stack.push(value);
  }
  return anchors;
}

/** The schema that calls itself `name` in this file. JSON Schema 2020-12, section 8.2.2. */
export function findAnchor(file: SourceFile, name: string): Spot | undefined {
  let anchors = known.get(file);
  if (!anchors) {
    anchors = collect(file);
    known.set(file, anchors);
  }
  return anchors.get(name);
}
