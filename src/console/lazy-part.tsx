/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PartMessages } from '../i18n/en.ts';
import type { PartName } from './part-texts.ts';
import { useScene } from './scene.ts';

type View<Props> = (props: Props) => JSX.Element | null;

/**
 * A view that is loaded with its texts and styles when it is first drawn, so that opening the console doesn't pay
 * for it. What it draws finds its texts with `usePartText`.
 *
 * @param load - of the module's view; styles are awaited in it too (`loadStyles`)
 * @param waiting - drawn until it is there
 */
export function lazyPart<Props extends object>(
  part: PartName,
  load: () => Promise<View<Props>>,
  waiting: () => JSX.Element | null = () => null,
): View<Props> {
  let loaded: { readonly view: View<Props> } | undefined;
  return function LazyPart(props) {
    const { partTexts, text } = useScene();
    const [state, setState] = useState<'loading' | 'here' | 'failed'>(loaded ? 'here' : 'loading');
    useEffect(() => {
      if (loaded) return;
      let gone = false;
      Promise.all([load(), partTexts.load(part)]).then(
        ([view]) => {
          loaded = { view };
          if (!gone) setState('here');
        },
        () => gone || setState('failed'),
      );
      return () => {
        gone = true;
      };
    }, []);
    if (loaded) return <loaded.view {...props} />;
    return state === 'failed' ? <p class="console-notice is-danger">{text.partFailed}</p> : waiting();
  };
}

/** The texts of a part, for what is drawn in its `lazyPart`. */
export function usePartText<Name extends PartName>(part: Name): PartMessages[Name] {
  return useScene().partTexts.get(part);
}
