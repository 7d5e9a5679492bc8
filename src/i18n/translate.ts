import { chooseForm } from './plural-forms.ts';

/**
 * A sentence with its values filled in: `{name}` by the value, `{name|item|items}` by the first word where the
 * value is 1 and by the second elsewhere, or by the one of several named forms that its language has for the value;
 * see `bindForms`. A name without a value stays as it is.
 */
export function fill(sentence: string, values: { readonly [name: string]: string | number }): string {
  return sentence.replace(/\{(\w+)(?:\|([^{}]*))?\}/g, (whole, name: string, choice?: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return whole;
    return choice === undefined ? String(value) : chooseForm(choice, value);
  });
}
