import { describe, expect, it } from 'vitest';
import { findRedirect, parseRedirectRules } from './redirect-rules.ts';

const RULES = parseRedirectRules(`# what moved
/old/ /start/ 301
/news/* /blog/:splat
/pets/:id/toys https://toys.example/of/:id?from=docs#list 302!
/宠物/ /pets/ 308
/all/* /:splat 302
/app/* /app/index.html 200
/say id=:id /say/:id 301
/here /there 301 Country=cn
//host/ /start/
/away //evil.example/
/twice/:a/:a /start/
/short   /start/   # to the guide
/round /round
`);

describe('_redirects', () => {
  const rows: { given: string; want: string | undefined }[] = [
    { given: '/old/', want: '301 /start/' },
    { given: '/old/?lang=python', want: '301 /start/?lang=python' },
    { given: '/old', want: undefined },
    { given: '/old/more/', want: undefined },
    { given: '/news/2024/may/', want: '301 /blog/2024/may/' },
    { given: '/pets/7/toys', want: '302 https://toys.example/of/7?from=docs#list' },
    { given: '/pets/7/toys?from=a', want: '302 https://toys.example/of/7?from=docs#list' },
    { given: '/%E5%AE%A0%E7%89%A9/', want: '308 /pets/' },
    { given: '/all//evil.example/', want: '302 /evil.example/' },
    { given: '/app/x', want: undefined },
    { given: '/say', want: undefined },
    { given: '/here', want: undefined },
    { given: '/away', want: undefined },
    { given: '/twice/a/b', want: undefined },
    { given: '/round', want: undefined },
    { given: '/short', want: '301 /start/' },
  ];
  it.each(rows)('$given', ({ given, want }) => {
    const found = findRedirect(RULES, new URL(`http://127.0.0.1:4321${given}`));
    expect(found && `${found.status} ${found.redirect}`).toBe(want);
  });
});
