import { createContext } from 'preact';
import { useContext, useLayoutEffect, useReducer } from 'preact/hooks';
import type { ConsoleMessages } from '../i18n/en.ts';
import type { Formats } from './formats.ts';
import type { PartTexts } from './part-texts.ts';
import type { Session } from './session.ts';

/** What every view of one console has at hand. */
export interface Scene {
  readonly session: Session;
  readonly text: ConsoleMessages;
  readonly partTexts: PartTexts;
  readonly formats: Formats;
  /** The page's code samples, which the curl button leads to. */
  readonly samples: HTMLElement;
  /** Checks the form and sends it, or leads to what is wrong. */
  send(): void;
  /** Puts a sentence into the console's live region. */
  announce(sentence: string): void;
  /** Moves the focus to the first field at fault. */
  focusFault(): void;
  /** Moves the focus to the first key field. */
  focusKey(): void;
}

const SceneContext = createContext<Scene | undefined>(undefined);
export const SceneProvider = SceneContext.Provider;

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error('a view of the console stands outside of it');
  return scene;
}

/** Draws the view again whenever the source tells of a change. */
export function useChanges(source: { subscribe(listener: () => void): () => void }): void {
  const [, draw] = useReducer((count: number, _: undefined) => count + 1, 0);
  useLayoutEffect(() => source.subscribe(() => draw(undefined)), [source]);
}
