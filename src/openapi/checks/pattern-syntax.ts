/** What an opened group or class may be followed by: `(?:`, `(?=`, `(?!`, `(?<=`, `(?<!`, `(?<name>`, `(?i:`. */
const GROUP = /\?(?::|=|!|<=|<!|<[\p{ID_Start}$_][\p{ID_Continue}$]*>|[ims]*(?:-[ims]+)?:)/uy;
const QUANTIFIER = /\{(\d+)(?:(,)(\d*))?\}/y;

/**
 * Reads a regular expression as ECMAScript writes it, without making one of it: an expression out of a
 * description is never given to the engine.
 *
 * @returns what is wrong, as the end of a sentence; nothing when it can be read. What browsers allow beyond the
 *   standard's grammar (Annex B) is let through.
 * @see ECMAScript 2025, section 22.2.1
 */
export function findPatternFault(pattern: string): string | undefined {
  let at = 0;
  let open = 0;
  /** Whether something stands before that a quantifier can repeat. */
  let repeatable = false;
  while (at < pattern.length) {
    const char = pattern[at] ?? '';
    at += 1;
    switch (char) {
      case '\\':
        if (at >= pattern.length) return 'it ends in a backslash';
        at += 1;
        repeatable = true;
        break;
      case '(': {
        open += 1;
        if (pattern[at] === '?') {
          GROUP.lastIndex = at;
          if (!GROUP.test(pattern)) return `"(${pattern.slice(at, at + 3)}" starts no kind of group`;
          at = GROUP.lastIndex;
        }
        repeatable = false;
        break;
      }
      case ')':
        if (open === 0) return 'a ")" closes nothing';
        open -= 1;
        repeatable = true;
        break;
      case '[': {
        const end = readClass(pattern, at);
        if (typeof end === 'string') return end;
        at = end;
        repeatable = true;
        break;
      }
      case '*':
      case '+':
      case '?':
        if (!repeatable) return `there is nothing before "${char}" to repeat`;
        if (pattern[at] === '?') at += 1;
        repeatable = false;
        break;
      case '{': {
        QUANTIFIER.lastIndex = at - 1;
        const bounds = QUANTIFIER.exec(pattern);
        if (!bounds) {
          repeatable = true;
          break;
        }
        if (!repeatable) return `there is nothing before "${bounds[0]}" to repeat`;
        if (bounds[3] && Number(bounds[3]) < Number(bounds[1]))
          return `the numbers of "${bounds[0]}" are in the wrong order`;
        at = QUANTIFIER.lastIndex;
        if (pattern[at] === '?') at += 1;
        repeatable = false;
        break;
      }
      case '^':
      case '|':
        repeatable = false;
        break;
      default:
        repeatable = char !== '$';
    }
  }
  return open > 0 ? 'a "(" is never closed' : undefined;
}

/** @param start - after the `[` @returns the offset after the `]`, or what is wrong */
function readClass(pattern: string, start: number): number | string {
  let at = start;
  let before: number | undefined;
  let range = false;
  if (pattern[at] === '^') at += 1;
  while (at < pattern.length) {
    const char = pattern[at];
    if (char === ']') return at + 1;
    const escaped = char === '\\';
    const point = escaped ? undefined : pattern.codePointAt(at);
    const length = escaped ? 2 : String.fromCodePoint(point ?? 0).length;
    if (range && before !== undefined && point !== undefined && point < before) {
      return `the range "${String.fromCodePoint(before)}-${String.fromCodePoint(point)}" is in the wrong order`;
    }
    const next = pattern[at + length];
    range = !range && next === '-' && pattern[at + length + 1] !== ']';
    before = range ? point : undefined;
    at += length + (range ? 1 : 0);
  }
  return 'a "[" is never closed';
}
