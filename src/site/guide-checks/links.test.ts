import { describe } from 'vitest';
import { eachRow } from '../../../tests/guide.ts';

describe('links that can be told before there are pages', () => {
  eachRow([
    {
      name: 'good ones',
      given: '[a](/b/) [c](d/#e) [f](https://g.example/%20) ![h](/i.png) <a href="?j">k</a>',
      want: [],
    },
    {
      name: 'a percent sign',
      given: 'a [b](/100%) ![c](/d%zz.png)',
      want: ['link-malformed 4:7+5', 'link-malformed 4:19+9'].map((one) => `${one} Write \`%25\` for a percent sign.`),
    },
    { name: 'an address that is none', given: '[a](https://[b)', want: ['link-malformed 4:5+10 Correct it.'] },
    {
      name: 'in a tag',
      given: '<a\n  href="/%">a</a>',
      want: ['link-malformed 5:9+2 Write `%25` for a percent sign.'],
    },
    {
      name: 'in a definition',
      given: '[a]\n\n[a]: </% b> "c"',
      want: ['link-malformed 6:7+4 Write `%25` for a percent sign.'],
    },
    {
      name: 'in a table',
      given: '| a | b |\n|---|---|\n| c | [d](/%) |',
      want: ['link-malformed 6:11+2 Write `%25` for a percent sign.'],
    },
    {
      name: 'an image beside the guide',
      given: '![a](./no-image.png)',
      want: ['image-missing 4:6+14 Add it, or write the path of a file in public/, which starts with "/".'],
    },
    {
      name: 'a module beside the guide',
      given: "import a from './a.ts';",
      want: ['module-missing 4:16+6 Add it, or correct the path.'],
    },
  ]);
});
