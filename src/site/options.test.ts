import { describe, expect, it } from 'vitest';
import { type CurlewOptions, checkOptions, soundOptions } from './options.ts';

describe('checkOptions', () => {
  const table: { name: string; given: unknown; want: string[] }[] = [
    { name: 'none', given: {}, want: [] },
    {
      name: 'all',
      given: {
        title: 'T',
        logo: '/logo.svg',
        accent: '#0a7d5c',
        css: ['brand.css', './styles/品牌.css'],
        head: [{ tag: 'meta', attributes: { name: 'theme-color', content: '#0a7d5c' } }],
        components: { header: 'components/Header.astro', pageTitle: undefined },
        defaultLocale: 'zh-CN',
        connect: ['https://a.example', 'http://localhost:8080'],
        noindex: true,
        hideInternal: true,
        footer: [
          { label: 'a', href: '/' },
          { label: { en: 'Registration 1', 'zh-CN': '备案号1' } },
          { label: { en: 'b', 'zh-CN': '文' }, href: { en: '/en/', 'zh-CN': 'https://b.example' } },
        ],
        editUrl: 'https://git.example/edit/main/{path}',
        samples: ['python', 'shell'],
        sandbox: false,
        apis: { pets: { appUrl: 'https://a.example/keys', title: { en: 'P' }, path: 'animals' }, shop: {} },
      },
      want: [],
    },
    { name: 'left out on purpose', given: { title: undefined, apis: { pets: { appUrl: undefined } } }, want: [] },
    { name: 'no object', given: 'T', want: ['option-wrong [] Correct it, or remove it.'] },
    { name: 'a slip', given: { titel: 'T' }, want: ['option-unknown ["titel"] Did you mean "title"?'] },
    {
      name: 'from elsewhere',
      given: { theme: 'dark' },
      want: [
        'option-unknown ["theme"] Use one of title, logo, image, accent, css, head, components, defaultLocale, languages, connect, noindex, header, footer, editUrl, samples, hideInternal, sandbox, apis.',
      ],
    },
    {
      name: 'a name that objects inherit',
      given: { constructor: 1 },
      want: [
        'option-unknown ["constructor"] Use one of title, logo, image, accent, css, head, components, defaultLocale, languages, connect, noindex, header, footer, editUrl, samples, hideInternal, sandbox, apis.',
      ],
    },
    { name: 'a wrong kind', given: { title: 1 }, want: ['option-wrong ["title"] Correct it, or remove it.'] },
    {
      name: 'a logo of another kind',
      given: { logo: 'logo.png' },
      want: ['option-wrong ["logo"] Correct it, or remove it.'],
    },
    {
      name: 'colours',
      given: { accent: 'gren' },
      want: ['option-wrong ["accent"] Did you mean "green"?'],
    },
    { name: 'no colour', given: { accent: '#12345' }, want: ['option-wrong ["accent"] Correct it, or remove it.'] },
    { name: 'no yes', given: { noindex: 'yes' }, want: ['option-wrong ["noindex"] Correct it, or remove it.'] },
    {
      name: 'an edit link without its path',
      given: { editUrl: 'https://git.example/edit/' },
      want: ['option-wrong ["editUrl"] Correct it, or remove it.'],
    },
    {
      name: 'languages of samples',
      given: { samples: ['pyton', 'shell', 'cobol', 'shell'] },
      want: [
        'option-wrong ["samples",0] Did you mean "python"?',
        'option-wrong ["samples",2] Correct it, or remove it.',
        'option-wrong ["samples",3] Remove one.',
      ],
    },
    {
      name: 'libraries and variables of an API',
      given: { apis: { pets: { clients: ['opanai'], env: { key: '$(id)', other: 'OK_1' } } } },
      want: [
        'option-wrong ["apis","pets","clients",0] Did you mean "openai"?',
        'option-wrong ["apis","pets","env","key"] Correct it, or remove it.',
      ],
    },
    {
      name: 'relays, at a path of the site',
      given: {
        apis: {
          a: { relay: '/relay/' },
          b: { relay: '/api/v1.relay' },
          c: { relay: '/' },
          d: { relay: '//relay.example/' },
          e: { relay: 'https://relay.example/' },
          f: { relay: '/a/../b/' },
          g: { relay: '/relay/?to=' },
          h: { relay: 'relay' },
          i: { relay: '/reference/' },
          j: { relay: '/references/' },
        },
      },
      want: ['c', 'd', 'e', 'f', 'g', 'h', 'i'].map(
        (id) => `option-wrong ["apis","${id}","relay"] Correct it, or remove it.`,
      ),
    },
    {
      name: 'clients to sign in with, which have no secret',
      given: {
        apis: {
          pets: { oauth: { login: { clientId: 'docs', clientSecret: 's' }, other: { scopes: ['a b'] } } },
          shop: { oauth: { login: { clientId: 'docs', scopes: ['read'], audience: 'api' } } },
        },
      },
      want: [
        'option-unknown ["apis","pets","oauth","login","clientSecret"] Use one of clientId, scopes, audience.',
        'option-wrong ["apis","pets","oauth","other","clientId"] Add it.',
        'option-wrong ["apis","pets","oauth","other","scopes",0] Correct it, or remove it.',
      ],
    },
    { name: 'no samples', given: { samples: [] }, want: ['option-wrong ["samples"] Correct it, or remove it.'] },
    { name: 'no switch', given: { sandbox: 0 }, want: ['option-wrong ["sandbox"] Correct it, or remove it.'] },
    {
      name: 'style sheets outside the project',
      given: { css: ['/a.css', '../a.css', 'a/../../b.css', 'https://a.example/a.css', 'a.scss', 'a.css'] },
      want: [0, 1, 2, 3, 4].map((index) => `option-wrong ["css",${index}] Correct it, or remove it.`),
    },
    {
      name: 'a script',
      given: { head: [{ tag: 'base' }] },
      want: ['option-wrong ["head",0,"tag"] Use the option "base" of Astro.'],
    },
    {
      name: 'components',
      given: { components: { heder: 'Header.astro', footer: 'Footer.tsx', navigation: '../Navigation.astro' } },
      want: [
        'option-wrong ["components","footer"] Correct it, or remove it.',
        'option-wrong ["components","navigation"] Correct it, or remove it.',
        'option-unknown ["components","heder"] Did you mean "header"?',
      ],
    },
    {
      name: 'no language',
      given: { defaultLocale: 'en_US' },
      want: ['option-wrong ["defaultLocale"] Correct it, or remove it.'],
    },
    {
      name: 'origins with a path, and no list',
      given: { connect: ['https://a.example', 'https://a.example/v1'] },
      want: ['option-wrong ["connect",1] Correct it, or remove it.'],
    },
    {
      name: 'no list',
      given: { connect: 'https://a.example' },
      want: ['option-wrong ["connect"] Correct it, or remove it.'],
    },
    {
      name: 'links of the header, which need an address',
      given: { header: [{ label: 'Status' }, { label: { en: 'A' }, href: { en: '/a/' } }, { label: 'B', href: 'b' }] },
      want: ['option-wrong ["header",0,"href"] Add it.', 'option-wrong ["header",2,"href"] Correct it, or remove it.'],
    },
    {
      name: 'links of the footer',
      given: { footer: [{ href: '/a/' }, { label: '', href: '//b', target: '_top' }, 'c'] },
      want: [
        'option-wrong ["footer",0,"label"] Add it.',
        'option-wrong ["footer",1,"label"] Correct it, or remove it.',
        'option-wrong ["footer",1,"href"] Correct it, or remove it.',
        'option-unknown ["footer",1,"target"] Use one of label, href.',
        'option-wrong ["footer",2] Correct it, or remove it.',
      ],
    },
    {
      name: 'settings of an API',
      given: {
        apis: { pets: { appURL: 'https://a.example' }, shop: { appUrl: 'http://a.example', title: {}, path: 'Shop' } },
      },
      want: [
        'option-unknown ["apis","pets","appURL"] Did you mean "appUrl"?',
        'option-wrong ["apis","shop","title"] Correct it, or remove it.',
        'option-wrong ["apis","shop","path"] Did you mean "shop"?',
        'option-wrong ["apis","shop","appUrl"] Correct it, or remove it.',
      ],
    },
  ];
  for (const { name, given, want } of table) {
    it(name, () => {
      expect(checkOptions(given).map(({ code, path, fix }) => `${code} ${JSON.stringify(path)} ${fix}`)).toEqual(want);
    });
  }

  it('says what was found, whatever it is', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const found = [1n, circle, Symbol('s'), () => 1, 'x'.repeat(200)].map(
      (connect) => checkOptions({ connect })[0]?.message,
    );
    expect(found).toEqual([
      'The option "connect" of curlew has to be a list, but it is 1.',
      'The option "connect" of curlew has to be a list, but it is [object Object].',
      'The option "connect" of curlew has to be a list, but it is Symbol(s).',
      'The option "connect" of curlew has to be a list, but it is a function.',
      `The option "connect" of curlew has to be a list, but it is "${'x'.repeat(58)}….`,
    ]);
  });
});

it('sound options are those without a mistake', () => {
  const given = { title: 'T', footer: [{}] } as unknown as CurlewOptions;
  expect(soundOptions(given, checkOptions(given))).toEqual({ title: 'T' });
  const text = 'T' as unknown as CurlewOptions;
  expect(soundOptions(text, checkOptions(text))).toEqual({});
});
