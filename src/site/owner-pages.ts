import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isHidden, pageFiles, routeOf } from './page-routes.ts';
import type { GuideEntry } from './site-data.ts';

/** The pages of an Astro site that Curlew is added to. Paths lie below the base, without slashes at their ends. */
export interface OwnerPages {
  /** The file below `pages/` that is the page at a path, or `redirects` where the config redirects it. */
  fileOf(path: string): string | undefined;
  /** Whether a page with parameters may answer a path as well; which ones it does only the build knows. */
  mayAnswer(path: string): boolean;
}

/**
 * @param srcDir - the site's own sources, with `pages/` in them
 * @param redirects - the addresses that its config redirects
 */
export function readOwnerPages(srcDir: string, redirects: readonly string[]): OwnerPages {
  const files = pageFiles(join(srcDir, 'pages')).filter((file) => !isHidden(file));
  const routes = [
    ...files.map((file) => ({ file, route: routeOf(file) })),
    ...redirects.map((route) => ({ file: 'redirects', route })),
  ];
  const exact = new Map(routes.map(({ file, route }) => [route.replace(/^\/|\/$/g, ''), file]));
  const patterns = routes.map(({ route }) => patternOf(route));
  return {
    fileOf: (path) => exact.get(path),
    mayAnswer: (path) => patterns.some((pattern) => pattern.test(path === '' ? '' : `/${path}`)),
  };
}

/** A parameter stands for a part of the path; one with dots for any number of parts, or none. */
function patternOf(route: string): RegExp {
  const parts = route.split('/').filter((part) => part !== '');
  const source = parts.map((part) => {
    if (/^\[\.{3}\w+\]$/.test(part)) return '(?:/.+)?';
    const pieces = part.split(/(\[[^\]]*\])/).map((piece) => (piece.startsWith('[') ? '.+' : escapePattern(piece)));
    return `/${pieces.join('')}`;
  });
  return new RegExp(`^${source.join('')}$`);
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A guide can't have an address that the site has a page for. */
export function checkGuidesBeside(guides: readonly GuideEntry[], owner: OwnerPages): Diagnostic[] {
  return guides.flatMap(({ file, path }): Diagnostic[] => {
    const other = owner.fileOf(path);
    if (other === undefined) return [];
    return [
      {
        code: 'guide-address-twice',
        severity: 'error',
        message: `This guide has the same address as a page of the site's own, ${other}: ${path === '' ? '/' : `/${path}/`}.`,
        place: { file, line: 1, column: 1, length: 1 },
        fix: 'Rename or remove one of the two.',
      },
    ];
  });
}
