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
      // Shown in the header and in every page's title. Default: the title of the first API.
      // title: 'My API',

      // An SVG file in public/, shown in place of the title.
      // logo: '/logo.svg',

      // The language of files that lie outside a language folder such as docs/zh-CN/. Default: en.
      // defaultLocale: 'en',

      // The origins that the console may send to. Default: the https origins of the descriptions' servers.
      // connect: ['https://api.example.com'],

      // Links at the foot of every page.
      // footer: [{ label: 'Imprint', href: 'https://example.com/imprint' }],

      // Settings of single APIs, by the file's name without its ending. appUrl: where readers get a key.
      // apis: { NAME: { appUrl: 'https://example.com/keys' } },
    }),
  ],
};
`;

export const NEW_IGNORES = `node_modules/
dist/
.astro/
.curlew/
`;
