import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { isNothingShared, parseShared, printShared, type SharedValues, withShared } from '../request/shared-values.ts';
import type { RequestValues } from '../request/values.ts';

/** What this page set where storage is forbidden. */
const memory = new Map<string, string>();

/** What the reader shares with all operations of the API that a part of the page is about (`data-shared`). */
export function readShared({ dataset }: HTMLElement): SharedValues {
  return parseShared(readText(dataset.shared));
}

/** Keeps the values for every page; nothing is kept of nothing. */
export function writeShared(name: string, shared: SharedValues): void {
  writeText(name, isNothingShared(shared) ? undefined : printShared(shared));
}

/** What the form and the samples of an operation start with. @param given - `givenValues` */
export function withKept(samples: HTMLElement, api: Api, operation: Operation, given: RequestValues): RequestValues {
  return withShared(api.schemas, operation, given, readShared(samples));
}

function readText(name: string | undefined): string | null {
  if (name === undefined) return null;
  const own = memory.get(name) ?? null;
  try {
    return own ?? localStorage.getItem(name);
  } catch {
    return own;
  }
}

function writeText(name: string, text: string | undefined): void {
  memory.delete(name);
  try {
    if (text === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    if (text !== undefined) memory.set(name, text);
  }
}
