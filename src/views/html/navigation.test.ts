import { describe, expect, it } from 'vitest';
import { en } from '../../i18n/en.ts';
import type { NavigationItem } from '../navigation-item.ts';
import { navigationItems } from './navigation.ts';

describe('a line of the navigation', () => {
  const rows: { name: string; item: NavigationItem; direction?: 'rtl'; want: string }[] = [
    {
      name: 'is a link with its title alone',
      item: { title: 'List "pets" & 猫', url: '/a/' },
      want: '<a href="/a/">List "pets" &amp; 猫</a>',
    },
    {
      name: 'tells the page that is read',
      item: { title: 'Here', url: '/here/' },
      want: '<a href="/here/" aria-current="page">Here</a>',
    },
    {
      name: 'is not that page twice: the rest of a list leads to one that has a line of its own',
      item: { title: 'All 47 groups', url: '/here/', isRest: true },
      want: '<a href="/here/" class="nav-rest">All 47 groups</a>',
    },
    {
      name: 'is not that page twice: a folder without a page leads to the first in it',
      item: { title: 'Payments', url: '/here/', isFolder: true },
      want: '<a href="/here/">Payments</a>',
    },
    {
      name: 'lets a line end between the words of a long name',
      item: { title: 'CreateChatCompletion<Request>', url: '/a/' },
      want: '<a href="/a/"><span dir="auto">Create<wbr>Chat<wbr>Completion&lt;Request&gt;</span></a>',
    },
    {
      name: 'has its method behind the title',
      item: { title: 'List', url: '/a/', method: 'GET' },
      want: '<a href="/a/">List<span class="method method-get">GET</span></a>',
    },
    {
      name: 'has a title of its own where that is struck through, and the method beside it is not',
      item: { title: 'Old', url: '/a/', deprecated: true },
      want: '<a href="/a/" class="is-deprecated"><span dir="auto">Old</span></a>',
    },
    {
      name: 'lets a title run its own way, in Hebrew',
      item: { title: 'רשימה (v2)', url: '/a/' },
      want: '<a href="/a/"><span dir="auto">רשימה (v2)</span></a>',
    },
    {
      name: 'lets a title run its own way, in letters beyond the first plane',
      item: { title: '\u{1e900}', url: '/a/' },
      want: '<a href="/a/"><span dir="auto">\u{1e900}</span></a>',
    },
    {
      name: 'lets a title run its own way among others that run from right to left',
      item: { title: 'List (v2)', url: '/a/' },
      direction: 'rtl',
      want: '<a href="/a/"><span dir="auto">List (v2)</span></a>',
    },
  ];
  for (const { name, item, direction = 'ltr', want } of rows) {
    it(name, () => {
      const { markup } = navigationItems([item], '/here/', { text: en.site, direction });
      expect(markup).toBe(`<ul><li>${want}</li></ul>`);
    });
  }
});
