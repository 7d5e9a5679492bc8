import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Lets Astro find the styles and scripts of components that share no folder with its root, such as ours in
 * `/usr/lib` for a project in `/home`: it takes their absolute path for one below the root. A path that
 * starts with `/@fs` it leaves alone.
 */
export function componentsOutsideRoot(): Plugin {
  return {
    name: 'curlew:outside-root',
    configResolved: ({ plugins, root }) => {
      const load = plugins.find(({ name }) => name === 'astro:build')?.load;
      if (typeof load !== 'object') throw new Error('Astro no longer loads the parts of components as it did.');
      const { handler } = load;
      load.handler = function (id, ...rest) {
        return handler.call(this, isUnderstood(id, root) ? id : `/@fs${id}`, ...rest);
      };
    },
  };
}

/** Whether Astro reads the path rightly. Where there are drives, it makes no mistake. */
function isUnderstood(id: string, root: string): boolean {
  if (!id.startsWith('/') || id.split('/')[1] === root.split('/')[1]) return true;
  const [path = ''] = id.split('?');
  return path.startsWith('/@fs/') || !existsSync(path);
}
