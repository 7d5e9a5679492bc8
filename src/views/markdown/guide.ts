import type { SiteMessages } from '../../i18n/en.ts';
import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import { buildRequest } from '../../request/build.ts';
import { fillExamples } from '../../request/defaults.ts';
import { givenValues } from '../../request/given.ts';
import { staticSamples } from '../../samples/static-samples.ts';
import type { Language } from '../../samples/targets.ts';
import { namedApis } from '../api-paths.ts';
import { operationTitle } from '../operation-title.ts';
import { exampleBodies } from '../response-examples.ts';
import { schemaPart } from '../schema-part.ts';
import { findSchema, operationUrl, type UrlSpace } from '../urls.ts';
import { code, fenced, inline, join, line, link, plain } from './encode.ts';
import { schemaLink, schemaText, typeWords } from './facts.ts';
import { schemaFields } from './fields.ts';
import type { GuideElement, GuidePart } from './guide-part.ts';
import type { TwinContext } from './twin.ts';

/** What the Markdown copy of a guide is written with. */
export interface GuideContext {
  readonly space: UrlSpace;
  readonly locale: string;
  readonly text: SiteMessages;
  /** The address of a page's copy, by the page's own. */
  readonly address: (url: string) => string;
  /** Where an address in the guide leads, as it is to stand in the copy; nothing for one that only the page knows. */
  readonly resolve: (href: string) => string | undefined;
  /** The page where readers get a key, by the name of the API in options. */
  readonly appUrl: (api: string | undefined) => string | undefined;
  /** What parts of a description are written with. */
  readonly twin: (api: Api) => TwinContext;
  /** Those that pages have samples in. */
  readonly languages: readonly Language[];
}

/** The Markdown copy of a guide, without a newline at its end. */
export async function guideMarkdown(guide: GuideContext, title: string, parts: readonly GuidePart[]): Promise<string> {
  const body = await written(guide, parts);
  // What was cut out leaves its empty lines behind.
  return `# ${plain(title)}\n\n${outsideCode(body, (text) => text.replace(/\n{3,}/g, '\n\n')).trim()}`;
}

async function written(guide: GuideContext, parts: readonly GuidePart[]): Promise<string> {
  const pieces = await Promise.all(
    parts.map(async (part) => {
      if (typeof part === 'string') return part;
      if ('href' in part) return guide.resolve(part.href) ?? part.href;
      const { block } = part;
      const text = await element(guide, part);
      return block ? text.replace(/\n(?=[^\n])/g, `\n${block.prefix}`) : text;
    }),
  );
  return pieces.join('');
}

/** The children of an element, as if they began a line. */
async function inner(guide: GuideContext, { children, block }: GuideElement): Promise<string> {
  const text = (await written(guide, children)).trim();
  return block && block.inset > 0 ? text.replaceAll(new RegExp(`\\n[ \\t]{1,${block.inset}}`, 'g'), '\n') : text;
}

async function element(guide: GuideContext, one: GuideElement): Promise<string> {
  const { text, resolve } = guide;
  const attributes = new Map(one.attributes);
  const get = (name: string): string | undefined => attributes.get(name);
  const href = get('href');
  switch (one.name) {
    case 'Sample':
      return sample(guide, operationOf(guide, attributes), get('example'), get('client'));
    case 'TryIt': {
      const { api, operation } = operationOf(guide, attributes);
      const url = operationUrl(guide.space, guide.locale, api, operation);
      const { method, path } = operation;
      return `[${text.tryIt}${text.colon}${plain(operationTitle(operation))}](${guide.address(url)}) ${code(`${method} ${path}`)}`;
    }
    case 'ResponseExample':
      return responseExample(operationOf(guide, attributes), get('example'));
    case 'Schema':
      return schema(guide, get('name') ?? '', get('api'));
    case 'Note':
    case 'Tip':
    case 'Warning':
    case 'Danger': {
      const titles = { Note: text.note, Tip: text.tip, Warning: text.warning, Danger: text.danger };
      return quote(get('title') ?? titles[one.name], await inner(guide, one));
    }
    case 'Step': {
      const step = `**${inline(get('title') ?? '')}**\n\n${await inner(guide, one)}`;
      // Markdown counts by itself.
      return `1. ${step.replace(/\n(?=[^\n])/g, '\n   ')}`;
    }
    case 'Card': {
      const about = (await inner(guide, one)).replace(/\s*\n\s*/g, ' ');
      return `- ${link(plain(get('title') ?? ''), (href && resolve(href)) ?? '')}${about && `${text.colon}${about}`}`;
    }
    case 'AppPage': {
      const url = guide.appUrl(get('api'));
      const label = await inner(guide, one);
      return url ? link(label, url) : label;
    }
    case 'a': {
      const label = await inner(guide, one);
      return href ? link(label, resolve(href) ?? href) : label;
    }
    case 'img':
    case 'Figure':
      return figure(guide, one, attributes);
    case 'br':
      return '\\\n';
    default: {
      const title = get('title') ?? get('label') ?? get('summary');
      const body = await inner(guide, one);
      return one.block && title ? [`**${inline(title)}**`, body].filter(Boolean).join('\n\n') : body;
    }
  }
}

async function figure(
  guide: GuideContext,
  one: GuideElement,
  attributes: ReadonlyMap<string, string>,
): Promise<string> {
  const source = attributes.get('src');
  const url = source === undefined ? undefined : guide.resolve(source);
  const alt = inline(attributes.get('alt') ?? '');
  const caption = attributes.get('caption');
  const parts = [
    url === undefined ? alt : `!${link(alt, url)}`,
    caption === undefined ? '' : plain(caption),
    await inner(guide, one),
  ];
  return parts.filter(Boolean).join('\n\n');
}

function quote(title: string, body: string): string {
  return `**${plain(title)}**\n\n${body}`.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
}

interface Named {
  readonly api: Api;
  readonly operation: Operation;
}

/** The operation that a component names. Names were checked when the guide was read. */
function operationOf({ space }: GuideContext, attributes: ReadonlyMap<string, string>): Named {
  const key = attributes.get('operation');
  for (const api of namedApis(space.apis, attributes.get('api'))) {
    const operation = api.operations.find((one) => one.key === key);
    if (operation) return { api, operation };
  }
  throw new Error(`No description has an operation "${key}".`);
}

async function sample(
  { languages }: GuideContext,
  { api, operation }: Named,
  example: string | undefined,
  client: string | undefined,
): Promise<string> {
  const { request } = buildRequest(api, operation, givenValues(api, fillExamples(api, operation), example));
  const all = await staticSamples(languages, request, operation, api.clients ?? []);
  const withClient = all.flatMap(({ language, variants }) =>
    variants.filter(({ library }) => library === client).map((variant) => ({ language, variant })),
  );
  const usual = all.flatMap(({ language, variants: [variant] }) => (variant ? [{ language, variant }] : []));
  return (withClient.length > 0 ? withClient : usual)
    .map(({ language, variant }) => fenced(variant.code, language.id))
    .join('\n\n');
}

function responseExample({ api, operation }: Named, example: string | undefined): string {
  const body = exampleBodies(api, operation).find(({ name }) => example === undefined || name === example);
  if (!body) return '';
  const language = /\bjson\b/i.test(body.mediaType) ? 'json' : '';
  return fenced(body.tokens.map((token) => token.text).join(''), language);
}

function schema({ space, twin }: GuideContext, name: string, of: string | undefined): string {
  const { api, id } = findSchema(namedApis(space.apis, of), name);
  const context = twin(api);
  const { node, isCut } = schemaPart(api, id);
  return join([
    ...line(`**${schemaLink(context, id)}** ${typeWords(context, { ...node, name: undefined } as typeof node)}`),
    ...schemaText(context, node, { isWhole: true }),
    ...schemaFields(context, node),
    ...(isCut ? line(context.text.moreFields, schemaLink(context, id)) : []),
  ]);
}

/** Changes a text but for its blocks of code. */
function outsideCode(text: string, change: (part: string) => string): string {
  return text
    .split(/(^[ \t>]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t>]*\2[`~]*[ \t]*$)/m)
    .map((part, index) => (index % 3 === 0 ? change(part) : index % 3 === 1 ? part : ''))
    .join('');
}
