import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en, type SiteMessages } from '../src/i18n/en.ts';
import { fill } from '../src/i18n/translate.ts';
import { zhCN } from '../src/i18n/zh-CN.ts';
import { buildProject } from './builder/build.ts';
import { writeFiles } from './project.ts';

const root = mkdtempSync(join(tmpdir(), 'curlew-constructs-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ORDERS = readFileSync(join(import.meta.dirname, 'fixtures/pages/orders.yaml'), 'utf8');

const ODD_FILE = readFileSync(join(import.meta.dirname, 'fixtures/pages/odd.yaml'), 'utf8');

/** Nothing but a webhook, and nothing said of it. */
const HOOKS = `openapi: 3.1.0
info: { title: Hooks, version: '1' }
webhooks:
  born: { post: { responses: { '200': { description: ok } } } }
`;

/** What authors say of an operation for other tools. */
const STAGES = `openapi: 3.1.0
info: { title: Stages, version: '1', description: '# Limits' }
paths:
  /old:
    get:
      operationId: getOld
      deprecated: true
      x-deprecated-message: Use the new one.
      x-sunset: 2027-01-31
      x-badges: [{ name: Paid plans }]
      x-beta: true
      responses: { '200': { description: ok } }
`;

/** An example of 100 kB, and as many operations as have pages of groups. */
function large(): string {
  const long = JSON.stringify({
    rows: Array.from({ length: 1500 }, (_, row) => ({ row, name: `the name of row ${row}` })),
  });
  const paths = Array.from({ length: 320 }, (_, index) => {
    const example = index === 0 ? `, content: { application/json: { example: ${long} } }` : '';
    return `  /things/${index}: { get: { operationId: get${index}, tags: [group ${index % 40}], responses: { '200': { description: ok${example} } } } }`;
  });
  return `openapi: 3.1.0\ninfo: { title: Large, version: '1' }\npaths:\n${paths.join('\n')}\n`;
}

const CONFIG = `import curlew from 'curlew';
export default { integrations: [curlew({ languages: ['en', 'zh-CN'] })] };
`;

beforeAll(async () => {
  writeFiles(root, {
    'astro.config.mjs': CONFIG,
    'openapi/orders.yaml': ORDERS,
    'openapi/hooks.yaml': HOOKS,
    'openapi/stages.yaml': STAGES,
    'openapi/odd.yaml': ODD_FILE,
    'openapi/large.yaml': large(),
  });
  const { code, err } = await buildProject(root);
  expect(code, err).toBe(0);
});

function read(name: string): string {
  return readFileSync(join(root, 'dist', name), 'utf8');
}

it('the contents of an overview have the headings of its text', () => {
  expect(read('reference/stages/index.html')).toMatch(/<li[^>]*><a href="#text-limits" dir="auto">Limits<\/a><\/li>/);
});

it('badges, and why and when an operation goes, are on its page, in lists and in the copies', () => {
  const page = main('stages/get-old/', 'zh-cn/');
  for (const said of ['Use the new one. 将于2027-01-31移除。', '>测试版</span>', '>Paid plans</span>'])
    expect(page).toContain(said);
  expect(main('stages/')).toMatch(/deprecated<\/span> <span class="flag">Beta<\/span> <span class="flag">Paid plans</);
  expect(read('reference/stages/get-old.md')).toContain('Beta · Paid plans');
  expect(read('reference/stages/get-old.md')).toContain('Use the new one. To be removed on 2027-01-31.');
  expect(read('reference/stages.md')).toContain('· deprecated · Beta · Paid plans');
});

/** The part of a page that is its own. @param path - below `/reference/` */
function main(path: string, locale = ''): string {
  return /<main[\s\S]*<\/main>/.exec(read(`${locale}reference/${path}index.html`))?.[0] ?? '';
}

/** What a reader reads, white space folded. */
function textOf(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
  return text.replace(/\s+/g, ' ');
}

/** Where words of different elements meet, white space is a matter of style. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The element with an id, up to the next heading or row with one. */
function part(html: string, id: string): string {
  const start = html.indexOf(`id="${id}"`);
  expect(start, id).toBeGreaterThan(-1);
  const next = html.slice(start + 1).search(/<(?:h2|details|li)[^>]* id="/);
  return html.slice(start, next === -1 ? undefined : start + 1 + next);
}

const GET = 'orders/orders-get/';
const CREATE = 'orders/create-order/';
const OVERVIEW = 'orders/';
const ODD = 'odd/odd/';
const LOST = 'odd/lost/';
const HOOK = 'orders/webhooks/order-shipped/';

/** What each page says, as words a reader can find. */
function rows(text: SiteMessages): { name: string; page: string; facts: readonly string[] }[] {
  const missing = (name: string): string => fill(text.missingSchema, { reference: `#/components/${name}` });
  return [
    { name: 'method, path and id', page: GET, facts: ['GET', '/orders/{orderId}', 'orders/get'] },
    { name: 'deprecation', page: GET, facts: [`Get an order${text.deprecated}`] },
    { name: 'all tags', page: GET, facts: [`Orders and carts${text.listComma}beta`] },
    { name: 'the texts of the path', page: GET, facts: ['One order', 'What holds for each order.'] },
    { name: 'external docs', page: GET, facts: ['How to read an order https://shop.example/get'] },
    { name: 'servers of the path', page: GET, facts: ['https://orders.shop.example', 'Of this path.'] },
    {
      name: 'alternatives of security',
      page: GET,
      facts: [text.authorizationOptional, text.authorizationAlternatives, 'oauth + client', text.authorizationTogether],
    },
    {
      name: 'schemes',
      page: GET,
      facts: ['X-Api-Key', 'From your account.', 'https://id.shop.example/.well-known/openid-configuration', 'openid'],
    },
    { name: 'scopes with what they are', page: GET, facts: ['orders.readRead all orders'] },
    {
      name: 'flows',
      page: GET,
      facts: [
        `${text.authorizationUrl} https://id.shop.example/authorize`,
        `${text.tokenUrl} https://id.shop.example/token`,
        `${text.refreshUrl} https://id.shop.example/refresh`,
        `${text.deviceAuthorizationUrl} https://id.shop.example/device`,
        'https://id.shop.example/metadata',
      ],
    },
    { name: 'a scheme that is not declared', page: GET, facts: [`gone${text.schemeMissing}`, 'never.said'] },
    { name: 'matrix', page: GET, facts: ['style: matrix'] },
    { name: 'pipes', page: GET, facts: [`${text.writtenLike} ids=a|b`, 'style: pipeDelimited'] },
    { name: 'brackets', page: GET, facts: ['only[x]=1&only[y]=2', 'style: deepObject'] },
    { name: 'reserved characters', page: GET, facts: [text.reservedStay, 'allowReserved: true'] },
    { name: 'empty values', page: GET, facts: [text.emptyAllowed, 'allowEmptyValue: true'] },
    { name: 'parameters that are JSON', page: GET, facts: ['application/json', 'since', 'Since last week', 'lately'] },
    {
      name: 'examples of a parameter by name',
      page: GET,
      facts: ['1The first page', 'first', '-1last', 'All of it, backwards.', 'https://shop.example/page.txt'],
    },
    { name: 'headers told otherwise', page: GET, facts: [text.parametersIgnored, 'A header told otherwise.'] },
    {
      name: 'summary and description of a response',
      page: GET,
      facts: ['Found', 'The order, whole.', '4XX', 'A fault of yours.'],
    },
    { name: 'response headers', page: GET, facts: ['X-Rate', 'What is left.', '12', 'X-State'] },
    {
      name: 'media types',
      page: GET,
      facts: ['application/json', 'text/json', 'application/xml', 'text/event-stream'],
    },
    { name: 'items of a stream', page: GET, facts: [text.streamItem, 'progress'] },
    {
      name: 'examples of a response',
      page: GET,
      facts: [
        'A paid order',
        'Paid yesterday.',
        'o-paid',
        'open',
        'o-open',
        'o-text',
        '<order id="o-xml"/>',
        'Elsewhere',
      ],
    },
    {
      name: 'examples that lie elsewhere',
      page: GET,
      facts: ['https://shop.example/order.json', 'https://user:word@shop.example/order.json'],
    },
    {
      name: 'links',
      page: GET,
      facts: ['Take the order back.', '$response.body#/id', '$request.query.reason', 'https://cancel.shop.example'],
    },
    { name: 'a link that leads nowhere', page: GET, facts: ['lostnoSuchOperation'] },
    {
      name: 'a paragraph for a summary',
      page: 'orders/cancel-order/',
      facts: ['cancelOrder', 'It can be done once, and this text'],
    },
    { name: 'description of a body', page: CREATE, facts: ['What is ordered.', 'With a picture.', text.required] },
    {
      name: 'encodings',
      page: CREATE,
      facts: [
        'pictureimage/png, image/jpeg',
        'X-Part',
        'Of this part.',
        'style: pipeDelimited, explode: false',
        'application/first',
        'application/others',
        'deeptext/deep',
      ],
    },
    {
      name: 'examples of a request',
      page: CREATE,
      facts: ['A small order', 'small', 'Just one thing.', 'small-1', 'A large order', 'large-1'],
    },
    {
      name: 'callbacks',
      page: CREATE,
      facts: [
        'orderPaid',
        '{$request.body#/callbackUrl}',
        'The order was paid',
        'Comes once.',
        'X-Signature',
        'paidAt',
        'Paid at noon',
        'You got it.',
      ],
    },
    {
      name: 'what else callbacks say of themselves and of their path',
      page: CREATE,
      facts: [
        `${text.pathText}Where payments are toldOf your own path.`,
        'onPaid',
        `${text.tags}payments`,
        'All about payments https://shop.example/paid',
        `${text.authorization}token`,
        'https://paid.shop.example',
        'Told from here.',
      ],
    },
    {
      name: 'examples of answers to a callback',
      page: CREATE,
      facts: [text.answerExamples, 'Many thanks', 'paid-back'],
    },
    {
      name: 'properties that must be there and are not listed',
      page: ODD,
      facts: [fill(text.constraintPresent, { names: 'unlisted' })],
    },
    {
      name: 'branches that only ask for properties',
      page: ODD,
      facts: [
        `${fill(text.variant, { number: 1 })}object${fill(text.constraintPresent, { names: 'by-alpha' })}`,
        fill(text.constraintPresent, { names: `by-beta${text.listComma}by-gamma` }),
      ],
    },
    {
      name: 'properties that must not be there',
      page: ODD,
      facts: [
        fill(text.mustNotHave, { names: 'zeta' }),
        fill(text.mustNotHaveAll, { names: `eta${text.listComma}theta` }),
        `${text.mustNotBe}object${fill(text.hasProperties, { names: 'iota' })}`,
      ],
    },
    {
      name: 'rules that only ask for properties',
      page: ODD,
      facts: [
        fill(text.ifItHas, { names: 'kappa' }),
        `${text.thenItIs}object${fill(text.constraintPresent, { names: 'lambda' })}`,
        `${text.elseItIs}object${fill(text.constraintPresent, { names: 'mu' })}`,
        `${fill(text.whenGiven, { name: 'nu' })}object${fill(text.constraintPresent, { names: 'xi' })}`,
      ],
    },
    {
      name: 'names that are empty or white space',
      page: ODD,
      facts: ['""stringHas no name.', '" wide "string', '""stringNamed by nothing.', '" "integer'],
    },
    {
      name: 'the name of an example that its author called default',
      page: ODD,
      facts: [`${text.requestExamples}defaultapplication/json`, 'by-namedefault', 'As usualapplication/jsondefault'],
    },
    {
      name: 'an example as it is sent and as data',
      page: ODD,
      facts: ['bothapplication/xml<at>on-wire</at>', `both${text.exampleData}{"at":"in-data"}`],
    },
    { name: 'that several schemas together may be null', page: ODD, facts: [`bothobject${text.typeOr}null`] },
    {
      name: 'what is only referred to',
      page: LOST,
      facts: [
        `${text.parametersMissing}NoPage${missing('parameters/NoPage')}`,
        `gone${missing('examples/NoValue')}`,
        `${text.requestBody}${missing('requestBodies/NoBody')}`,
        `200${missing('responses/NoAnswer')}`,
        `X-Lost${missing('headers/NoHeader')}`,
        `text/plain${missing('mediaTypes/NoMedia')}`,
        `lostapplication/json${missing('examples/NoExample')}`,
        `after${missing('links/NoLink')}`,
        `all${missing('callbacks/NoCallback')}`,
        `one{$request.body#/url}${missing('pathItems/NoItem')}`,
      ],
    },
    {
      name: 'paths that are only referred to',
      page: 'odd/',
      facts: [`${text.missingPaths}/nothing${missing('pathItems/NoPath')}`],
    },
    {
      name: 'a tag and a group of tags that hold nothing',
      page: OVERVIEW,
      facts: [`${text.emptyTags}Closed${text.listComma}idle`],
    },
    {
      name: 'samples of the author, marked',
      page: CREATE,
      facts: [text.authorSamples, 'The Ruby client', 'Ruby', 'Shop.order!', 'curl https://shop.example/author'],
    },
    { name: 'an operation without responses', page: 'orders/stock-count/', facts: ['COUNT', '/stock', 'stock_count'] },
    {
      name: 'webhooks',
      page: HOOK,
      facts: [
        'An order was shipped',
        'orderShipped',
        'Sent when it leaves.',
        'onShipped',
        'X-Hook',
        'Names the order.',
        'Two parcels',
        'o-shipped',
        text.mutualTLS,
        'You have seen it.',
      ],
    },
    {
      name: 'who made the API, and what binds its users',
      page: OVERVIEW,
      facts: [
        fill(text.apiVersion, { version: '2.4.1' }),
        'Orders of a shop.',
        'The shop',
        'api@shop.example',
        'https://shop.example/contact',
        'Apache 2.0',
        'Apache-2.0',
        'https://shop.example/terms',
        'The handbook https://shop.example/docs',
      ],
    },
    {
      name: 'servers with their variables',
      page: OVERVIEW,
      facts: [
        'https://{region}.shop.example/{version}',
        'regional',
        'One for each region.',
        'Where the shop is.',
        'eu',
        'us',
        'v2',
      ],
    },
    {
      name: 'every scheme',
      page: OVERVIEW,
      facts: ['key', 'client', 'token', 'Authorization', '· JWT', 'oidc', 'orders.writeChange orders'],
    },
    {
      name: 'tags',
      page: OVERVIEW,
      facts: [
        'Sales',
        'All about orders.',
        'https://shop.example/orders',
        'Before an order.',
        'A tag without operations.',
        'May change.',
      ],
    },
    { name: 'webhooks in their list', page: OVERVIEW, facts: [text.webhooks, 'An order was shipped'] },
    { name: 'an API of webhooks alone', page: 'hooks/webhooks/born/', facts: ['POST', 'born'] },
  ];
}

const languages = [
  { name: 'English', text: en.site, locale: '' },
  { name: 'Chinese', text: zhCN.site, locale: 'zh-cn/' },
];
for (const { name: language, text, locale } of languages) {
  describe(`in ${language} a page says`, () => {
    for (const { name, page, facts } of rows(text)) {
      it(name, () => {
        const words = squeezed(textOf(main(page, locale)));
        expect(facts.filter((fact) => !words.includes(squeezed(fact)))).toEqual([]);
      });
    }
  });
}

describe('links', () => {
  it('of a response lead to the operation', () => {
    expect(main(GET)).toContain('<a href="/reference/orders/cancel-order/" dir="auto">cancelOrder</a>');
  });

  it('of schemes lead to their section', () => {
    expect(main(GET)).toContain('href="/reference/orders/#security-oauth"');
    expect(textOf(part(main(OVERVIEW), 'security-oauth'))).toContain('Change orders');
  });

  it('of a description tell nothing and lead nowhere dangerous', () => {
    const outbound = [...(main(GET) + main(OVERVIEW)).matchAll(/<a [^>]*href="(?:https?|mailto):[^>]*>/g)];
    expect(outbound.length).toBeGreaterThan(15);
    expect(outbound.filter(([tag]) => !tag.includes('rel="noopener noreferrer nofollow"'))).toEqual([]);
    expect(main(GET)).not.toMatch(/href="(javascript|https:..user)/);
  });
});

it('the name of an example stands apart from its summary', () => {
  expect(textOf(main(GET))).toContain('The first page first');
});

it('what is only referred to is marked', () => {
  expect(main(LOST).match(/class="missing"/g)).toHaveLength(10);
});

it('a lone example has no name', () => {
  expect(textOf(main(ODD)).split('unnamed-text')[0]).toMatch(/200 text\/plain $/);
});

it('a tag that holds nothing has no section', () => {
  expect(main(OVERVIEW)).not.toMatch(/id="tag-(idle|closed)/);
});

it('a webhook has neither console nor samples', () => {
  expect(main(HOOK)).not.toMatch(/data-try|data-console|code-tabs/);
});

it('a body that two media types share shows once', () => {
  const responses = main(GET).split('id="responses"')[1] ?? '';
  expect(responses.match(/Names the order\./g)).toHaveLength(1);
  expect(textOf(responses)).toContain('application/json text/json application/xml');
});

it('an example too long for its page is a file of its own', () => {
  const html = main('large/get0/');
  expect(html.length).toBeLessThan(60_000);
  const [, file = ''] = /href="\/(_curlew\/examples\/en\/large\/get0\/\d+\.txt)"/.exec(html) ?? [];
  const whole = JSON.parse(read(file));
  expect(whole.rows).toHaveLength(1500);
  expect(textOf(html)).toContain('the name of row 3');
});

describe('a large API', () => {
  it('lists its operations on pages of its groups', () => {
    // The way on to the next page leads to the first of them.
    const [before = ''] = main('large/').split('class="next-pages"');
    expect(before).toContain('href="/reference/large/tags/');
    expect(before).not.toContain('href="/reference/large/get0/"');
    expect(main('large/')).toContain('href="/reference/large/tags/group-0/"');
    const listed = [...main('large/tags/group-0/').matchAll(/href="\/reference\/large\/get(\d+)\/"/g)].map(
      ([, n]) => n,
    );
    expect(listed).toEqual(['0', '40', '80', '120', '160', '200', '240', '280']);
  });

  it('shows its groups and the operations of one in the navigation', () => {
    const nav = /<nav class="nav"[\s\S]*?<\/nav>/.exec(read('reference/large/get40/index.html'))?.[0] ?? '';
    expect(nav).toContain('aria-current="page"');
    expect(nav.match(/<a /g)?.length).toBeLessThan(50);
  });
});

it('no page is over the budget', () => {
  const pages = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(700);
  expect(pages.filter((name) => read(name).length > 300_000)).toEqual([]);
});
