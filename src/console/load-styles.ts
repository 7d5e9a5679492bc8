const loads = new Map<string, Promise<void>>();

/**
 * Adds a style sheet of our own to the page, once.
 *
 * @param href - as `import … from './x.css?url&no-inline'` gives it
 */
export function loadStyles(href: string): Promise<void> {
  const known = loads.get(href);
  if (known) return known;
  const load = new Promise<void>((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`${href} did not load`));
    });
    document.head.append(link);
  });
  loads.set(href, load);
  load.catch(() => loads.delete(href));
  return load;
}
