import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Api } from '../model/api.ts';
import type { Source, Span } from '../openapi/source-file.ts';
import type { GuidePart } from '../views/markdown/guide-part.ts';
import { checkAddresses } from './guide-checks/addresses.ts';
import { checkBlocks } from './guide-checks/blocks.ts';
import { checkComponents } from './guide-checks/components.ts';
import { checkFrontmatter } from './guide-checks/frontmatter.ts';
import { type GuideFile, readGuideFiles } from './guide-checks/guide-file.ts';
import { checkGuideLinks } from './guide-checks/links.ts';
import { readMarkup } from './guide-checks/markup.ts';
import { checkMdxSyntax } from './guide-checks/mdx-syntax.ts';
import type { GuideData } from './guide-fields.ts';
import { revisionOf } from './guide-originals.ts';
import { readGuideParts } from './guide-parts.ts';
import type { GuidePath, SiteLanguages } from './guide-path.ts';
import type { Project } from './project.ts';

/** A guide as its page needs it told: what the written page shows comes from these places. */
export interface GuideSource {
  readonly source: Source;
  /** Absolute. */
  readonly file: string;
  /** What stands above its text. */
  readonly data: GuideData;
  readonly at: GuidePath;
  /** The state of what it says. */
  readonly revision: string;
  /** Where it names the state of its original. */
  readonly originalSpan?: Span;
  readonly links: readonly { readonly href: string; readonly span: Span }[];
  /** Ids that tags give, and headings by their text. */
  readonly ids: readonly { readonly id: string; readonly span: Span }[];
  /** Code in it that runs when the page is made. */
  readonly expressions: readonly Span[];
  readonly headings: readonly { readonly text: string; readonly span: Span }[];
  /** What its Markdown copy is made of. */
  readonly parts: readonly GuidePart[];
}

export interface GuidesChecked {
  readonly diagnostics: readonly Diagnostic[];
  readonly guides: readonly GuideSource[];
}

/**
 * Checks the guides of a project as far as that goes before their pages are made.
 *
 * @param apis - left out when a description has errors
 */
export function checkGuides(
  project: Project,
  languages: SiteLanguages,
  apis: readonly Api[] | undefined,
): GuidesChecked {
  const { guides, diagnostics } = readGuideFiles(project, languages);
  const checked = guides.map((guide) => checkGuide(guide, apis));
  const addresses = checkAddresses(guides, apis === undefined || apis.length > 0);
  return {
    diagnostics: [...diagnostics, ...addresses, ...checked.flatMap((one) => one.diagnostics)],
    guides: checked.map((one) => one.guide),
  };
}

/** Checks one guide. */
export function checkGuide(
  guide: GuideFile,
  apis: readonly Api[] | undefined,
): { diagnostics: Diagnostic[]; guide: GuideSource } {
  const { source, file, isMdx, at } = guide;
  const frontmatter = checkFrontmatter(source);
  const faults = isMdx ? checkMdxSyntax(source, frontmatter.body) : [];
  const { data, body, originalSpan } = frontmatter;
  const base = {
    ...{ source, file, at, data, revision: revisionOf(data, body) },
    ...(originalSpan ? { originalSpan } : {}),
  };
  if (faults.length > 0) {
    return {
      diagnostics: [...frontmatter.diagnostics, ...faults],
      guide: { ...base, links: frontmatter.links, ids: [], headings: [], expressions: [], parts: [] },
    };
  }
  const markup = readMarkup(frontmatter.body, isMdx);
  return {
    diagnostics: [
      ...frontmatter.diagnostics,
      ...checkComponents(source, markup, apis),
      ...checkGuideLinks(guide, markup),
      ...checkBlocks(source, markup),
    ],
    guide: {
      ...base,
      links: [...frontmatter.links, ...markup.links],
      ids: markup.tags.flatMap(({ attributes }) =>
        attributes.flatMap(({ name, value, valueSpan }) =>
          name === 'id' && value !== undefined && valueSpan ? [{ id: value, span: valueSpan }] : [],
        ),
      ),
      headings: markup.headings,
      expressions: markup.expressions,
      parts: readGuideParts(frontmatter.body, isMdx, markup.declared),
    },
  };
}
