import { lazyPart } from '../lazy-part.tsx';
import { loadStyles } from '../load-styles.ts';
import responseStyles from '../response/response.css?url&no-inline';
import styles from './around.css?url&no-inline';

/** One load for both views: each name of a file costs the first press something. */
const load = async (): Promise<typeof import('./views.ts')> => {
  const [views] = await Promise.all([import('./views.ts'), loadStyles(styles), loadStyles(responseStyles)]);
  return views;
};

/** Link, history and archive, loaded when they are first asked for. */
export const Around = lazyPart('around', async () => (await load()).Around);

/** The note on a form that a link filled in. */
export const Arrived = lazyPart<{ readonly link: string }>('around', async () => (await load()).Arrived);
