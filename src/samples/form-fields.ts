/**
 * Whether a language's own encoder gives the same form.
 *
 * @param differs - the characters that it writes in another way than browsers
 */
export function encodesAlike(fields: readonly (readonly [string, string])[], differs: RegExp): boolean {
  return fields.length > 0 && !fields.some((field) => field.some((text) => differs.test(text)));
}
