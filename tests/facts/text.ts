import { WrittenNumber } from './document.ts';
import type { Scalar, Want } from './fact.ts';
import { proseBlocks } from './prose.ts';

const INVISIBLE = /⟨U\+[\dA-F]{4,6}⟩|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad]/gu;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** One line of text: spaces folded, invisible characters left out, also where they are spelt out. */
export function fold(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Letters and digits alone, so that neither markup nor punctuation nor spacing counts. */
function bones(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

interface Numbers {
  readonly written: ReadonlySet<string>;
  /** How often each is there. */
  readonly values: ReadonlyMap<number, number>;
}

/** Stands in a text where one inline element meets another, which is no space. */
export const SEAM = '\ue000';

/** What a reader sees in one place, ready to be searched. */
export class SeenText {
  readonly #raw: string;
  #flat: string | undefined;
  #bones: string | undefined;
  #spaceless: string | undefined;
  #numbers: Numbers | undefined;

  /** @param text - with a `SEAM` wherever an inline element begins or ends */
  constructor(text: string) {
    this.#raw = text;
  }

  get flat(): string {
    this.#flat ??= fold(this.#raw.replaceAll(SEAM, ''));
    return this.#flat;
  }

  /** The same with a space between all elements. */
  unglued(): SeenText {
    return new SeenText(this.#raw.replaceAll(SEAM, ' '));
  }

  get bones(): string {
    this.#bones ??= bones(this.flat);
    return this.#bones;
  }

  get spaceless(): string {
    this.#spaceless ??= this.flat.replaceAll(' ', '');
    return this.#spaceless;
  }

  get numbers(): Numbers {
    if (!this.#numbers) {
      const written = new Set<string>();
      const values = new Map<number, number>();
      for (const one of this.flat.match(NUMBER) ?? []) {
        // `1-5` is a range, not a negative number.
        for (const text of one.startsWith('-') ? [one, one.slice(1)] : [one]) {
          written.add(text);
          values.set(Number(text), (values.get(Number(text)) ?? 0) + 1);
        }
      }
      this.#numbers = { written, values };
    }
    return this.#numbers;
  }

  /** Whether everything wanted is here; a URL and a row are not for text alone. */
  holds(want: Want): boolean {
    switch (want.kind) {
      case 'prose':
        return proseBlocks(want.text).every((block) => this.#holdsBlock(block));
      case 'value':
        return this.#holdsValue(want.value, want.times ?? 1);
      case 'words':
        return want.any.some((one) => (typeof one === 'string' ? this.#holdsString(one) : one.test(this.flat)));
      case 'url':
        return this.#holdsString(want.url);
      case 'row':
        return false;
    }
  }

  #holdsBlock(block: string): boolean {
    const wanted = bones(block);
    return (
      this.bones.includes(wanted) && (wanted.length > 3 || this.#holdsString(block) || /[^\w\s.,:;!?]/.test(block))
    );
  }

  #holdsValue(value: Scalar, times: number): boolean {
    if (typeof value === 'string') return this.#holdsString(value);
    if (typeof value === 'number') return (this.numbers.values.get(value) ?? 0) >= times;
    if (value instanceof WrittenNumber) return this.#holdsWritten(value.text);
    return this.#holdsString(String(value));
  }

  #holdsWritten(text: string): boolean {
    if (this.numbers.written.has(text) || this.#holdsString(text)) return true;
    // Other notations of YAML, such as 0x1F and .5, have no place in JSON.
    const isJson = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
    return !isJson && this.numbers.values.has(Number(text));
  }

  #holdsString(text: string): boolean {
    if (text === '') return /""|''/.test(this.flat) || /\bempty\b/i.test(this.flat);
    const plain = fold(text);
    if (plain === '') return true;
    if (holdsToken(this.flat, plain)) return true;
    // As the inside of a JSON string.
    const escaped = fold(JSON.stringify(text).slice(1, -1));
    for (const one of [escaped, escaped.replaceAll('/', '\\/')]) {
      if (one !== plain && this.flat.includes(one)) return true;
    }
    // Line breaks of a layout fall elsewhere than those of the source.
    return plain.includes(' ') && this.spaceless.includes(plain.replaceAll(' ', ''));
  }
}

/** Whether a word stands there by itself: `id` is not in `idle`. */
function holdsToken(text: string, token: string): boolean {
  const before = /^\w/.test(token);
  const after = /\w$/.test(token);
  for (let at = text.indexOf(token); at !== -1; at = text.indexOf(token, at + 1)) {
    const left = text[at - 1] ?? ' ';
    const right = text[at + token.length] ?? ' ';
    if (!(before && /\w/.test(left)) && !(after && /\w/.test(right))) return true;
  }
  return false;
}
