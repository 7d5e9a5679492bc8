const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\udb40[\udc00-\udfff]/g;

/**
 * Makes characters visible that could make text read other than it is: bidi controls, zero-width characters
 * and tags. Joiners that scripts and emoji need stay.
 *
 * @see Unicode Technical Report 36, section 2.5
 */
export function showInvisibles(text: string): string {
  return text.replace(
    INVISIBLE,
    (char) => `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}

/** The same for JSON text, where such a character can only stand in a string: as its escape, so the value stays. */
export function escapeInvisibles(json: string): string {
  return json.replace(INVISIBLE, (char) =>
    [...Array(char.length).keys()].map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

/**
 * Every character that can't be seen, or that changes how what is around it is seen or pasted: controls, bidi controls,
 * tags, line separators, halves of surrogate pairs. The two joiners aren't among them: emoji and Persian need them.
 */
export const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
