import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Api } from '../../model/api.ts';
import { locate, type Source, type Span } from '../../openapi/source-file.ts';
import { requestExamples } from '../../request/defaults.ts';
import { targets } from '../../samples/targets.ts';
import { familyOf, namedApis } from '../../views/api-paths.ts';
import { exampleBodies } from '../../views/response-examples.ts';
import { namedSchemas } from '../../views/urls.ts';
import { attributesOf, CONTENTS, GUIDE_COMPONENTS } from '../guide-components.ts';
import type { Markup, Tag, TagAttribute } from './markup.ts';

/** Names that MDX itself gives. */
const MDX_COMPONENTS = ['Fragment'];
const MDX_ATTRIBUTES = ['key', 'slot'];
const MDX_NAMES = ['props', 'frontmatter', 'file', 'url', 'getHeadings', 'Content', 'arguments', 'undefined'];

type Report = (code: string, span: Span, message: string, fix: string) => void;

/**
 * Checks the components of a guide: that each is there, and has the attributes it needs with names that the
 * descriptions know.
 *
 * @param apis - left out when a description has errors: what a guide names may be in there
 */
export function checkComponents(source: Source, markup: Markup, apis: readonly Api[] | undefined): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, span, message, fix) => {
    diagnostics.push({ code, severity: 'error', message, ...locate(source, span), fix });
  };
  for (const tag of markup.tags) {
    const root = tag.name.split('.')[0] ?? '';
    if (!/^[^a-z]/.test(root) && root === tag.name) continue;
    if (markup.declared.has(root) || MDX_COMPONENTS.includes(root)) continue;
    const attributes = attributesOf(tag.name);
    if (attributes) checkAttributes(tag, attributes, apis, report);
    else checkName(tag, markup, report);
    checkParent(tag, report);
  }
  for (const { parent, span } of markup.strays) {
    if (markup.declared.has(parent)) continue;
    const wanted = CONTENTS.get(parent) ?? '';
    const [one, fix] =
      wanted === 'code'
        ? ['blocks of code', 'Write only fences in it, each with its language or a title.']
        : [`<${wanted}>`, `Put it into a <${wanted}>, or outside of <${parent}>.`];
    report('component-content', span, `<${parent}> holds ${one} and nothing else.`, fix);
  }
  for (const { name, span } of markup.used) {
    if (markup.declared.has(name) || MDX_NAMES.includes(name) || name in globalThis) continue;
    const better = nearest(name, [...markup.declared, ...MDX_NAMES]);
    const message = `The expression uses "${name}", but this guide neither imports nor exports that name.`;
    report(
      'name-unknown',
      span,
      message,
      better ? `Did you mean "${better}"?` : 'Write `\\{` for a brace that is text.',
    );
  }
  for (const { text, span } of markup.html) {
    const name = /^<([A-Z]\w*)/.exec(text)?.[1];
    if (!name || !attributesOf(name)) continue;
    const message = `<${name}> does nothing here: this file is plain Markdown, which has no components.`;
    report(
      'component-in-markdown',
      { start: span.start + 1, end: span.start + 1 + name.length },
      message,
      'Let its name end with .mdx.',
    );
  }
  return diagnostics;
}

/** One that another holds shows nothing elsewhere. */
function checkParent({ name, span, parent }: Tag, report: Report): void {
  const [outer] = [...CONTENTS].find(([, inner]) => inner === name) ?? [];
  if (outer === undefined || parent === outer || parent === undefined) return;
  const where = parent === '' ? `outside of <${outer}>` : `in <${parent}>, not in <${outer}>`;
  report('component-misplaced', span, `<${name}> stands ${where}.`, `Put it into <${outer}>.`);
}

function checkName({ name, span }: Tag, { declared }: Markup, report: Report): void {
  const ours = Object.keys(GUIDE_COMPONENTS);
  const imported = [...declared].filter((one) => /^[A-Z]/.test(one));
  const better = nearest(name, [...ours, ...imported]);
  const fix = better ? `Did you mean <${better}>?` : `Import it, or use one of ${ours.join(', ')}.`;
  report('component-unknown', span, `There is no component <${name}>, and this guide imports none of that name.`, fix);
}

function checkAttributes(
  tag: Tag,
  known: NonNullable<ReturnType<typeof attributesOf>>,
  apis: readonly Api[] | undefined,
  report: Report,
): void {
  const names = [...known.keys()];
  for (const { name, span } of tag.attributes) {
    if (known.has(name) || MDX_ATTRIBUTES.includes(name)) continue;
    const better = nearest(name, names);
    const all = names.length > 0 ? `It has ${names.join(', ')}.` : 'Remove it.';
    report(
      'attribute-unknown',
      span,
      `<${tag.name}> has no attribute "${name}".`,
      better ? `Did you mean "${better}"?` : all,
    );
  }
  const given = new Map(tag.attributes.map((attribute) => [attribute.name, attribute]));
  for (const [name, { required }] of known) {
    const attribute = given.get(name);
    const isEmpty = attribute?.kind === 'bare' || (attribute?.kind === 'text' && attribute.value?.trim() === '');
    if (isEmpty || (required && !attribute && !tag.isSpread)) {
      const message = attribute
        ? `The attribute "${name}" of <${tag.name}> has no value.`
        : `<${tag.name}> needs the attribute "${name}".`;
      report('attribute-missing', attribute?.span ?? tag.span, message, `Write \`${name}="…"\`.`);
    }
  }
  for (const [name, { oneOf }] of known) {
    const { value = '', valueSpan } = given.get(name) ?? {};
    if (!oneOf || !valueSpan || value.trim() === '' || oneOf.includes(value)) continue;
    const better = nearest(value, oneOf);
    const message = `<${tag.name}> has no ${name} "${value}".`;
    report('attribute-value', valueSpan, message, better ? `Did you mean "${better}"?` : `Use one of ${shown(oneOf)}.`);
  }
  if (apis) checkNames(tag, given, known, apis, report);
}

/** Holds the names in attributes against the descriptions; one that is an expression is known only later. */
function checkNames(
  tag: Tag,
  given: ReadonlyMap<string, TagAttribute>,
  known: NonNullable<ReturnType<typeof attributesOf>>,
  apis: readonly Api[],
  report: Report,
): void {
  const check = (kind: string, code: string, message: (value: string) => string, names: readonly string[]): boolean => {
    const name = [...known].find(([, attribute]) => attribute.kind === kind)?.[0];
    const { value, valueSpan } = given.get(name ?? '') ?? {};
    if (!value?.trim() || !valueSpan) return false;
    if (names.includes(value)) return true;
    const better = nearest(value, names);
    const all = names.length > 0 ? `Use one of ${shown(names)}.` : 'Remove it.';
    report(code, valueSpan, message(value), better ? `Did you mean "${better}"?` : all);
    return false;
  };
  const says = `<${tag.name}> names`;
  const apiIds = [...new Set(apis.flatMap((api) => [familyOf(api), api.id]))];
  const isApi = check(
    'api',
    'api-unknown',
    (value) => `${says} the API "${value}", but no description has that name.`,
    apiIds,
  );
  const clientIds = [...new Set(apis.flatMap((api) => api.clients ?? []))].filter((id) =>
    targets.some((target) => target.isClient && target.library === id),
  );
  check(
    'client',
    'client-unknown',
    (value) => `${says} the library "${value}", which no description offers.`,
    clientIds,
  );
  const named = given.get('api');
  // An expression is known only later; then any API may be meant.
  const name = named?.value?.trim() ? named.value : undefined;
  if (name !== undefined && !isApi) return;
  const meant = namedApis(apis, name);
  check(
    'schema',
    'schema-unknown',
    (value) => `${says} the schema "${value}", but no description has one of that name.`,
    [...new Set(meant.flatMap((api) => namedSchemas(api).map((schema) => schema.name)))],
  );
  const keys = meant.flatMap((api) => api.operations.map(({ key }) => key));
  const message = (value: string): string =>
    `${says} the operation "${value}", but no description has one of that name.`;
  if (!check('operation', 'operation-unknown', message, keys)) return;
  const key = given.get('operation')?.value;
  const api = meant.find(({ operations }) => operations.some((one) => one.key === key));
  const operation = api?.operations.find((one) => one.key === key);
  if (!api || !operation) return;
  const examples = tag.name === 'ResponseExample' ? exampleBodies(api, operation) : requestExamples(api, operation);
  const exampleNames = [...new Set(examples.map(({ name }) => name))];
  check(
    'example',
    'example-unknown',
    (value) => `${says} the example "${value}", but "${key}" has none of that name.`,
    exampleNames,
  );
}

function shown(names: readonly string[]): string {
  return names.length > 20 ? `${names.slice(0, 20).join(', ')}, …` : names.join(', ');
}
