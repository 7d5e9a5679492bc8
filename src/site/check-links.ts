import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { locate, type Source, type Span } from '../openapi/source-file.ts';
import { underBase } from './base-path.ts';
import type { GuideSource } from './check-guides.ts';
import { publicPath } from './check-public.ts';
import { locateOption } from './config-file.ts';
import { listFiles } from './list-files.ts';
import { pathGuesser } from './nearest-path.ts';
import type { SiteSources } from './run.ts';
import { followLink, type KnownLinks, type LinkFault, readSiteLinks, type SiteLinks } from './site-links.ts';

/** The diagnostic's place and source line; nothing for a fault that nobody but us has made. */
type Located = Pick<Diagnostic, 'place' | 'source'>;

/**
 * Checks the written site: every link and fragment to a page of its own leads somewhere, and no page has an
 * id twice.
 *
 * @param base - the path the site lies under, with a slash at both ends
 * @param sources - where guides, options and public files hold the links of the site
 * @param last - saves reading pages that were taken over
 * @returns an error per fault, at the place where an author wrote it; without a place when it is ours
 */
export async function checkLinks(
  outDir: string,
  base: string,
  sources?: SiteSources,
  last?: KnownLinks,
): Promise<Diagnostic[]> {
  const links = await readSiteLinks(outDir, base, last);
  const nowhere = (): Located[] => [{}];
  const places = sources ? await placeFinder(links, base, sources, outDir) : nowhere;
  const describe = describer(links, base);
  const found = links.faults.flatMap((fault) =>
    places(fault).map(
      (place): Diagnostic => ({ severity: 'error', ...describe(fault, place.place !== undefined), ...place }),
    ),
  );
  // A link of the header, the footer or the head stands on every page.
  return [...new Map(found.map((one) => [one.place ? placeKey(one) : one.message, one])).values()];
}

function placeKey({ code, place, message }: Diagnostic): string {
  return JSON.stringify([code, place, code === 'id-repeated' ? message : '']);
}

/** Which places of the sources are behind a fault; one of them is empty when none is. */
async function placeFinder(
  { faults }: SiteLinks,
  base: string,
  sources: SiteSources,
  outDir: string,
): Promise<(fault: LinkFault) => Located[]> {
  const { root, publicDir } = sources;
  const guides = new Map(sources.guides.map((guide) => [pageOf(guide, base), guide]));
  const owned = new Set(listFiles(root, publicDir).files);
  const publicTexts = new Map<string, Source>();
  for (const { file } of faults) {
    if (!owned.has(file) || publicTexts.has(file)) continue;
    publicTexts.set(file, {
      path: publicPath(root, publicDir, file),
      text: await readFile(join(outDir, file), 'utf8'),
    });
  }
  // The same link dead on a page that nobody wrote is one that every page gets.
  const shared = new Set(
    faults.flatMap((fault) => ('href' in fault && !guides.has(fault.page) && !owned.has(fault.file) ? fault.href : [])),
  );
  const options = optionLinks(sources, base);
  const written = new Map<GuideSource, ReadonlyMap<string, readonly Span[]>>();
  return (fault) => {
    const page = publicTexts.get(fault.file);
    if (page) {
      const length = 'id' in fault ? fault.id.length : fault.href.length;
      return [locate(page, { start: fault.offset, end: fault.offset + length })];
    }
    const guide = guides.get(fault.page);
    if (fault.kind === 'id-repeated') return guide ? [locateId(guide, fault.id)] : [{}];
    const option = options.get(linkKey(fault.href, fault.page));
    if (option) return [option];
    if (!guide) return [{}];
    const places = written.get(guide) ?? writtenLinks(guide, fault.page, base);
    written.set(guide, places);
    const spans = places.get(linkKey(fault.href, fault.page));
    if (spans) return spans.map((span) => locate(guide.source, span));
    return [shared.has(fault.href) ? {} : locate(guide.source, { start: 0, end: 1 })];
  };
}

/** The path of a guide's page. */
function pageOf({ at: { path } }: GuideSource, base: string): string {
  return path === '' ? base : `${base}${path}/`;
}

/** A link by where it leads, so that spelling doesn't matter. */
function linkKey(href: string, page: string): string {
  const target = followLink(href, page);
  return typeof target === 'string' ? href : JSON.stringify(target);
}

/** A guide's links by where they lead from its page: put under the base path or, in a component, as they are. */
function writtenLinks(guide: GuideSource, page: string, base: string): Map<string, Span[]> {
  const places = new Map<string, Span[]>();
  for (const { href, span } of guide.links) {
    for (const key of new Set([linkKey(underBase(href, base), page), linkKey(href, page)])) {
      const known = places.get(key);
      if (known) known.push(span);
      else places.set(key, [span]);
    }
  }
  return places;
}

function locateId({ source, ids, headings }: GuideSource, id: string): Located {
  const tag = ids.findLast((one) => one.id === id);
  const heading = headings.find(
    ({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') === id.replace(/[^\p{L}\p{N}]+/gu, ''),
  );
  return locate(source, tag?.span ?? heading?.span ?? { start: 0, end: 1 });
}

/** The links that the owner's options put on every page, with their places there. */
function optionLinks({ header, footer, head, config }: SiteSources, base: string): Map<string, Located> {
  const listed = (name: 'header' | 'footer', entries: SiteSources['footer']) =>
    entries.flatMap(({ href = {} }, index) => {
      const path = [name, index, 'href'];
      return typeof href === 'string'
        ? [{ href, path }]
        : Object.entries(href).map(([locale, text]) => ({ href: text, path: [...path, locale] }));
    });
  const links = [
    ...listed('header', header),
    ...listed('footer', footer),
    ...head.flatMap(({ attributes: { href } }, index) =>
      href === undefined ? [] : [{ href, path: ['head', index, 'attributes', 'href'] }],
    ),
  ];
  return new Map(
    links.map(({ href, path }) => [
      linkKey(underBase(href, base), base),
      config ? locateOption(config, 'curlew', path, 'value') : {},
    ]),
  );
}

/** Words the faults of a site: short where the place shows the rest, with the page where there is none. */
function describer(
  { idsOf, paths }: SiteLinks,
  base: string,
): (fault: LinkFault, isPlaced: boolean) => Pick<Diagnostic, 'code' | 'message' | 'fix'> {
  const guess = pathGuesser(paths);
  return (fault, isPlaced) => {
    const { kind: code, page } = fault;
    if (fault.kind === 'id-repeated') {
      return { code, message: `The id "${fault.id}" stands more than once on ${page}.`, fix: 'Rename one of the two.' };
    }
    const subject = isPlaced ? 'This' : page;
    if (fault.kind === 'link-malformed') {
      return {
        code,
        message: `${subject} links to "${fault.href}", which can't be read as an address.`,
        fix: 'Correct it.',
      };
    }
    const fix = 'Correct the link, or add what it leads to.';
    if (fault.kind === 'link-dead') {
      const better = isPlaced ? guess(fault.path) : undefined;
      const message = `${subject} links to ${fault.path}, but the site has no such page or file.`;
      // Authors write paths below the base.
      return { code, message, fix: better === undefined ? fix : `Did you mean "/${better.slice(base.length)}"?` };
    }
    const { fragment, path } = fault;
    const better = nearest(fragment, idsOf(path) ?? []);
    const message = `${subject} links to "#${fragment}" ${path === page ? 'on its own page' : `on ${path}`}, but nothing there has that id.`;
    return {
      code,
      message,
      fix: better === undefined ? fix : `Did you mean "${fault.href.replace(/#.*/, '')}#${better}"?`,
    };
  };
}
