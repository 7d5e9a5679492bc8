import { expect, it } from 'vitest';
import { readPage } from './page.ts';
import { SEAM } from './text.ts';

const PAGE = `<html><head><title>Head</title></head><body><nav>Menu</nav><main>
  <p class="endpoint"><span>GET</span><code>/<wbr>pets/<wbr><var>{id}</var></code></p>
  <script>code()</script><p hidden>never</p><details><summary>More</summary>folded &amp; seen</details>
  <ul><li class="field"><code class="field-name">owner</code><b>text</b> of the owner <a href="../schemas/owner/#x">Owner</a>
    <ul><li class="field"><span>Variant 1</span> of it
      <ul><li class="field"><code class="field-name">name</code> inner</li></ul></li></ul></li></ul>
  <a href="https://a.example/docs">docs</a></main></body></html>`;
const page = readPage(PAGE, '/reference/get-pet/');

it('takes what shows without script, closed details included', () => {
  expect(page.whole.flat).toContain('folded & seen');
  for (const absent of ['Head', 'Menu', 'code()', 'never']) expect(page.whole.flat).not.toContain(absent);
});

it('knows the operation by its head', () => expect(page.endpoint).toBe('GET/pets/{id}'));

it('gives a row its own words and those of branches without a name', () => {
  const [owner] = page.rows.get('owner') ?? [];
  expect(owner?.text.flat).toContain('of the owner');
  expect(owner?.text.flat).toContain('Variant 1 of it');
  expect(owner?.text.flat).not.toContain('inner');
  expect(owner?.links).toEqual(['/reference/schemas/owner/']);
  expect(page.rows.get('name')?.[0]?.text.flat).toContain('inner');
});

it('leaves no space between inline elements that have none', () => {
  expect(page.rows.get('owner')?.[0]?.text.flat).toContain('ownertext');
  expect(page.whole.flat).not.toContain(SEAM);
});

it('keeps links to other sites apart', () => expect([...page.targets]).toEqual(['https://a.example/docs']));
