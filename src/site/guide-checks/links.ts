import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { locate } from '../../openapi/source-file.ts';
import type { GuideFile } from './guide-file.ts';
import type { Link, Markup } from './markup.ts';

/**
 * Checks what can be known of a guide's links before there are pages: that each can be read as one, and that
 * the images and modules beside the guide are there. Where they lead is checked on the written site.
 */
export function checkGuideLinks(guide: GuideFile, { links, images, imports }: Markup): Diagnostic[] {
  const { source } = guide;
  return [
    ...[...links, ...images.filter(({ isBeside }) => isBeside)].flatMap(({ href, span }): Diagnostic[] => {
      if (canFollow(href)) return [];
      const message = `"${href}" can't be read as an address.`;
      const fix = href.includes('%') ? 'Write `%25` for a percent sign.' : 'Correct it.';
      return [{ code: 'link-malformed', severity: 'error', message, ...locate(source, span), fix }];
    }),
    ...images
      .filter(({ href, isBeside }) => isBeside && canFollow(href))
      .flatMap((image) => missingFile(guide, image, 'image')),
    ...imports.filter(({ href }) => /^\.\.?\//.test(href)).flatMap((one) => missingFile(guide, one, 'module')),
  ];
}

/** Whether every piece of an address can be decoded, as the build does. */
function canFollow(href: string): boolean {
  try {
    const url = new URL(href, 'http://site.invalid/');
    decodeURI(href);
    decodeURIComponent(url.hash);
    return true;
  } catch {
    return false;
  }
}

function missingFile({ source, file }: GuideFile, { href, span }: Link, kind: 'image' | 'module'): Diagnostic[] {
  const path = resolve(dirname(file), (kind === 'image' ? decodeURI(href) : href).replace(/[?#].*$/, ''));
  if (existsSync(path)) return [];
  const folder = dirname(path);
  const better = existsSync(folder) ? nearest(basename(path), readdirSync(folder).sort()) : undefined;
  const found = better && join(dirname(href), better).replaceAll('\\', '/');
  const message = `There is no file ${href} beside this guide.`;
  const start = found && href.startsWith('./') ? './' : '';
  const other =
    kind === 'image'
      ? 'Add it, or write the path of a file in public/, which starts with "/".'
      : 'Add it, or correct the path.';
  return [
    {
      code: `${kind}-missing`,
      severity: 'error',
      message,
      ...locate(source, span),
      fix: found ? `Did you mean "${start}${found}"?` : other,
    },
  ];
}
