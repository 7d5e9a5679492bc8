/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PartMessages } from '../i18n/en.ts';
import type { PartName } from './part-texts.ts';
import { type Scene, useScene } from './scene.ts';

type View<Props> = (props: Props) => JSX.Element | null;

type LazyView<Props> = View<Props> & {
  /** Begins to load it before it is drawn. Where that fails, the drawing tries again. */
  preload(scene: Scene): void;
};

/**
 * A view that is loaded with its texts and styles when it is first drawn, so that opening the console doesn't pay
 * for it. What it draws finds its texts with `usePartText`.
 *
 * @param load - of the module's view; styles are awaited in it too (`loadStyles`)
 * @param waiting - drawn until it is there
 */
export function lazyPart<Props extends object>(
  part: PartName,
  load: (scene: Scene) => Promise<View<Props>>,
  waiting: () => JSX.Element | null = () => null,
): LazyView<Props> {
  let loaded: { readonly view: View<Props> } | undefined;
  let loading: Promise<void> | undefined;
  const start = (scene: Scene): Promise<void> => {
    loading ??= Promise.all([load(scene), scene.partTexts.load(part)]).then(([view]) => {
      loaded = { view };
    });
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  const LazyPart: View<Props> = (props) => {
    const scene = useScene();
    const [state, setState] = useState<'loading' | 'here' | 'failed'>(loaded ? 'here' : 'loading');
    useEffect(() => {
      // Also where it was loaded between the drawing and now.
      let gone = false;
      start(scene).then(
        () => gone || setState('here'),
        () => gone || setState('failed'),
      );
      return () => {
        gone = true;
      };
    }, []);
    if (loaded) return <loaded.view {...props} />;
    return state === 'failed' ? <p class="console-notice is-danger">{scene.text.partFailed}</p> : waiting();
  };
  return Object.assign(LazyPart, { preload: (scene: Scene) => void start(scene).catch(() => {}) });
}

/** The texts of a part, for what is drawn in its `lazyPart`. */
export function usePartText<Name extends PartName>(part: Name): PartMessages[Name] {
  return useScene().partTexts.get(part);
}
