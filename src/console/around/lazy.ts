import { lazyPart } from '../lazy-part.tsx';
import { loadStyles } from '../load-styles.ts';
import responseStyles from '../response/response.css?url&no-inline';
import styles from './around.css?url&no-inline';

const loadLooks = (): Promise<unknown> => Promise.all([loadStyles(styles), loadStyles(responseStyles)]);

/** Link, history and archive, loaded when they are first asked for. */
export const Around = lazyPart('around', async () => {
  const [{ Around: view }] = await Promise.all([import('./Around.tsx'), loadLooks()]);
  return view;
});

/** The note on a form that a link filled in. */
export const Arrived = lazyPart<{ readonly link: string }>('around', async () => {
  const [{ Arrived: view }] = await Promise.all([import('./Arrived.tsx'), loadLooks()]);
  return view;
});
