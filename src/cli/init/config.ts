/** `astro.config.mjs` of a new project: each option as it could be, in a comment. */
export const NEW_CONFIG = `import curlew from 'curlew';

/** @type {import('astro').AstroUserConfig} */
export default {
  // The address that the site will have, for absolute links.
  // site: 'https://docs.example.com',

  // The path that the site will lie under.
  // base: '/docs/',

  integrations: [
    curlew({
      // Shown in the header and in every page's title. Default: the title of the API.
      // title: 'My API',

      // An SVG file in public/, shown in place of the title.
      // logo: '/logo.svg',

      // The colour of links and buttons.
      // accent: '#0a7d5c',

      // Style sheets of the project, after ours.
      // css: ['styles/brand.css'],

      // More elements for the head of every page.
      // head: [{ tag: 'meta', attributes: { name: 'theme-color', content: '#0a7d5c' } }],

      // Components of the project in place of ours: header, footer, pageTitle, navigation, codeSample.
      // components: { header: 'components/Header.astro' },

      // The language of files that lie outside a language folder such as docs/zh-CN/. Default: en.
      // defaultLocale: 'en',

      // The origins that the console may send to. Default: the https origins of the descriptions' servers.
      // connect: ['https://api.example.com'],

      // Keeps every page out of search engines.
      // noindex: true,

      // Links at the head of every page.
      // header: [{ label: 'Status', href: 'https://status.example.com/' }],

      // Links at the foot of every page, and lines of text without href.
      // footer: [{ label: 'Imprint', href: 'https://example.com/imprint' }],

      // Where guides are edited.
      // editUrl: 'https://github.com/OWNER/NAME/edit/main/{path}',

      // The languages of samples, in their order.
      // samples: ['python', 'shell', 'javascript'],

      // Offers only the API's servers in the console, no sandbox.
      // sandbox: false,

      // Settings of single APIs, by the file's name without its ending. path: its folder below /reference/;
      // appUrl: where readers get a key.
      // apis: { NAME: { title: 'Pets', path: 'pets', appUrl: 'https://example.com/keys' } },
    }),
  ],
};
`;

export const NEW_IGNORES = `node_modules/
dist/
.astro/
.curlew/
`;
