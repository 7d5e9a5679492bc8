import type { PartMessages } from '../i18n/en.ts';

export type PartName = keyof PartMessages;

/** Fetches the texts of a part in the page's language. */
export type ReadPart = <Name extends PartName>(part: Name) => Promise<PartMessages[Name]>;

/** The texts of the parts that are in use by now. */
export interface PartTexts {
  /** Has the texts at hand once it is done; the next call tries again where this one fails. */
  load(part: PartName): Promise<void>;
  /** Those of a part that is loaded. */
  get<Name extends PartName>(part: Name): PartMessages[Name];
}

export function createPartTexts(read: ReadPart): PartTexts {
  const texts = new Map<PartName, PartMessages[PartName]>();
  return {
    async load(part) {
      if (!texts.has(part)) texts.set(part, await read(part));
    },
    get<Name extends PartName>(part: Name) {
      const text = texts.get(part);
      if (!text) throw new Error(`the texts of the part "${part}" are not loaded`);
      return text as PartMessages[Name];
    },
  };
}
