import { expect, it } from 'vitest';
import { en } from '../../i18n/en.ts';
import { serverList } from '../markdown/request.ts';
import type { TwinContext } from '../markdown/twin.ts';
import { serverViews } from '../operation-view.ts';
import type { HtmlContext } from './context.ts';
import { markupOf } from './html.ts';
import { serverFields } from './servers.ts';

it('an empty value of a variable is seen, on the page and in its copy', () => {
  const servers = [{ url: 'https://a.example/{p}', variables: [{ name: 'p', default: '', enum: ['', 'x'] }] }];
  const page = markupOf(serverFields({ text: en.site } as HtmlContext, serverViews(servers)));
  expect(page).toContain('Default <code>""</code>');
  expect(page).toContain('Allowed values <code>""</code> <code>x</code>');
  const copy = serverList({ text: en.site } as TwinContext, servers).map(({ text }) => text);
  expect(copy.join('\n')).toContain('Default `""`');
  expect(copy.join('\n')).toContain('Allowed values `""` `x`');
});
