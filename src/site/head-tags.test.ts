import { describe, expect, it } from 'vitest';
import { headTag } from './head-tags.ts';

describe('headTag', () => {
  const meta = (attributes: object): object => ({ tag: 'meta', attributes });
  const link = (attributes: object): object => ({ tag: 'link', attributes });
  const table: { name: string; given: unknown; want: string[] }[] = [
    { name: 'a name', given: meta({ name: 'theme-color', content: '#fff', media: 'screen' }), want: [] },
    { name: 'a property', given: meta({ property: 'og:site_name', content: '' }), want: [] },
    { name: 'an icon', given: link({ rel: 'apple-touch-icon', href: '/touch.png', sizes: '180x180' }), want: [] },
    { name: 'a page elsewhere', given: link({ rel: 'me', href: 'https://social.example/@me' }), want: [] },
    { name: 'no object', given: 'meta', want: ['head.0 Correct it, or remove it.'] },
    {
      name: 'a script',
      given: { tag: 'script', attributes: { src: '/a.js' } },
      want: ['head.0.tag No script is added by options; a replaced component may have one.'],
    },
    { name: 'a style', given: { tag: 'style' }, want: ['head.0.tag Use the option "css".'] },
    { name: 'a base', given: { tag: 'base' }, want: ['head.0.tag Use the option "base" of Astro.'] },
    { name: 'a slip', given: { tag: 'mata' }, want: ['head.0.tag Did you mean "meta"?'] },
    { name: 'no attributes', given: { tag: 'meta' }, want: ['head.0.attributes Add it.'] },
    {
      name: 'another policy',
      given: meta({ 'http-equiv': 'Content-Security-Policy', content: "default-src 'self'" }),
      want: ['head.0.attributes.http-equiv Use one of name, property, content, media.'],
    },
    {
      name: 'another referrer policy',
      given: meta({ name: 'Referrer', content: 'unsafe-url' }),
      want: ['head.0.attributes.name Correct it, or remove it.'],
    },
    { name: 'no name', given: meta({ content: 'a' }), want: ['head.0.attributes Correct it, or remove it.'] },
    {
      name: 'two names',
      given: meta({ name: 'a', property: 'b', content: 'c' }),
      want: ['head.0.attributes Correct it, or remove it.'],
    },
    {
      name: 'a style sheet',
      given: link({ rel: 'stylesheet', href: '/a.css' }),
      want: ['head.0.attributes.rel Use the option "css".'],
    },
    {
      name: 'a handler',
      given: link({ rel: 'icon', href: '/a.svg', onload: 'alert(1)' }),
      want: ['head.0.attributes.onload Use one of rel, href, type, hreflang, title, sizes, media, color.'],
    },
    {
      name: 'something loaded from another host',
      given: link({ rel: 'icon', href: 'https://a.example/a.svg' }),
      want: ['head.0.attributes.href Correct it, or remove it.'],
    },
    ...['//a.example/', '/\\a.example/', 'http://a.example/', 'javascript:alert(1)', 'a.png'].map((href) => ({
      name: `the address ${href}`,
      given: link({ rel: 'author', href }),
      want: ['head.0.attributes.href Correct it, or remove it.'],
    })),
    ...['preload', 'modulepreload', 'prefetch', 'preconnect', 'pingback', 'icon stylesheet'].map((rel) => ({
      name: `the relation ${rel}`,
      given: link({ rel, href: '/a' }),
      want: [
        `head.0.attributes.rel ${rel === 'preconnect' ? 'Pages reach out to no other host by themselves. Remove it.' : 'Correct it, or remove it.'}`,
      ],
    })),
  ];
  for (const { name, given, want } of table) {
    it(name, () => {
      expect(headTag(given, ['head', 0]).map(({ path, fix }) => `${path.join('.')} ${fix}`)).toEqual(want);
    });
  }
});
