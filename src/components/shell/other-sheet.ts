/**
 * A schema that is too large for one page has several, and a change of the description may move a property from one
 * to the next. Looks for it on the other pages, the nearest first, and goes there.
 */
export async function findSheet(id: string): Promise<void> {
  const links = [...(document.querySelector('.sheets')?.querySelectorAll('a') ?? [])];
  const here = links.findIndex((link) => link.ariaCurrent === 'page');
  const distance = (link: HTMLAnchorElement): number => Math.abs(links.indexOf(link) - here);
  for (const link of links.filter((one) => distance(one) > 0).sort((a, b) => distance(a) - distance(b))) {
    const response = await fetch(link.href);
    if (!response.ok) continue;
    // Nothing of the text is put into this page.
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!page.getElementById(id)) continue;
    location.replace(`${link.pathname}${location.hash}`);
    return;
  }
}
