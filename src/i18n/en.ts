/** Every string of the interface. Whole sentences with named values; a language is one file with these keys. */
export const en = {
  /** Printed into pages. */
  site: {
    languageName: 'English',
  },
  /** Sent to the browser when a console is opened. */
  console: {
    send: 'Send',
  },
} as const;

type Widen<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Widen<T[Key]> };

export type Messages = Widen<typeof en>;
export type SiteMessages = Messages['site'];
export type ConsoleMessages = Messages['console'];
