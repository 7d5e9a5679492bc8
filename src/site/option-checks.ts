import { nearest } from '../diagnostics/nearest.ts';

/** Where a value stands in the options: `['footer', 0, 'href']`. */
export type OptionPath = readonly (string | number)[];

/** A mistake in the options, before it has a place in a file. */
export interface OptionFault {
  readonly code: 'option-unknown' | 'option-wrong';
  readonly path: OptionPath;
  readonly message: string;
  readonly fix: string;
}

/** Finds the mistakes in a value that stands at `path`. */
export type Check = (value: unknown, path: OptionPath) => OptionFault[];

/** A value that this says yes to. @param wanted - ends the sentence "has to be …" */
export function must(fits: (value: unknown) => boolean, wanted: string): Check {
  return (value, path) => (fits(value) ? [] : [wrong(path, value, wanted)]);
}

/**
 * One of these names; the nearest is told for another one.
 *
 * @param orElse - what fits beside the names
 * @param wanted - begins the list of them
 */
export function oneOf(
  names: readonly string[],
  orElse: (value: string) => boolean = () => false,
  wanted = 'one of',
): Check {
  return (value, path) => {
    if (typeof value === 'string' && (names.includes(value) || orElse(value))) return [];
    const fault = wrong(path, value, `${wanted} ${names.join(', ')}`);
    const better = typeof value === 'string' ? nearest(value, names) : undefined;
    return [better ? { ...fault, fix: `Did you mean "${better}"?` } : fault];
  };
}

export function optional(check: Check): Check {
  return (value, path) => (value === undefined ? [] : check(value, path));
}

/** A list of such values. */
export function eachItem(check: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => check(item, [...path, index]))
      : [wrong(path, value, 'a list')];
}

/** A list of at least one such value, none of them twice. */
export function distinct(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value) || value.length === 0) return [wrong(path, value, 'a list of at least one')];
    const repeated = value.findIndex((item, index) => value.indexOf(item) < index);
    const faults = eachItem(check)(value, path);
    if (repeated < 0) return faults;
    const message = `The option ${shownPath(path)} of curlew has ${shownValue(value[repeated])} twice.`;
    return [...faults, { code: 'option-wrong', path: [...path, repeated], message, fix: 'Remove one.' }];
  };
}

/** An object with these fields and no others. */
export function fields(checks: { readonly [name: string]: Check }): Check {
  const names = Object.keys(checks);
  return (value, path) => {
    if (!isRecord(value)) return [wrong(path, value, `an object with ${names.join(' and ')}`)];
    const known = Object.entries(checks).flatMap(([name, check]) =>
      check(Object.hasOwn(value, name) ? value[name] : undefined, [...path, name]),
    );
    return [...known, ...unknown(value, path, names)];
  };
}

/** The names in an object that none of these is. */
export function unknown(value: object, path: OptionPath, names: readonly string[]): OptionFault[] {
  return Object.keys(value).flatMap((name) => {
    if (names.includes(name)) return [];
    const better = nearest(name, names);
    const owner = path.length > 0 ? `The option ${shownPath(path)} of curlew` : 'curlew';
    return {
      code: 'option-unknown' as const,
      path: [...path, name],
      message: `${owner} has no ${path.length > 0 ? 'field' : 'option'} ${JSON.stringify(name)}.`,
      fix: better ? `Did you mean "${better}"?` : `Use one of ${names.join(', ')}.`,
    };
  });
}

/** @param wanted - ends the sentence "has to be …" */
export function wrong(path: OptionPath, value: unknown, wanted: string): OptionFault {
  const found = value === undefined ? 'it is missing' : `it is ${shownValue(value)}`;
  const message = `The option ${shownPath(path)} of curlew has to be ${wanted}, but ${found}.`;
  return { code: 'option-wrong', path, message, fix: value === undefined ? 'Add it.' : 'Correct it, or remove it.' };
}

/** `footer[0].href`, in quotes. */
export function shownPath(path: OptionPath): string {
  const steps = path.map((step, index) =>
    typeof step === 'number'
      ? `[${step}]`
      : /^[\w$]+$/.test(step)
        ? `${index > 0 ? '.' : ''}${step}`
        : `[${JSON.stringify(step)}]`,
  );
  return `"${steps.join('')}"`;
}

/** A value of any kind, short enough for a sentence. */
function shownValue(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  let text = String(value);
  try {
    text = JSON.stringify(value) ?? text;
  } catch {
    // What JSON can't hold, a circle or a large integer, shows as JavaScript names it.
  }
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** The texts of a setting that may be given by language; empty when it is neither. */
export function textsOf(value: unknown): string[] {
  if (isText(value)) return [value];
  const texts = isRecord(value) ? Object.values(value) : [];
  return texts.every(isText) ? texts : [];
}
