/** Marks the part of the page that is read, in the contents of the page. */
export function markSections(): void {
  const contents = document.querySelector<HTMLElement>('[data-contents]');
  if (!contents) return;
  const links = [...contents.querySelectorAll('a')];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let current: HTMLAnchorElement | undefined;
  const mark = (): void => {
    const left = document.documentElement.scrollHeight - innerHeight - scrollY;
    // A part is read once it has come up to this line, which goes down with the last half screen of the page.
    const line = Math.max(128, innerHeight - 2 * left);
    const at = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top <= line);
    const link = scrollY > 0 ? links[at] : undefined;
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    current = link;
    if (link) contents.scrollTo(link.offsetLeft - 48, link.offsetTop - contents.clientHeight / 2);
  };
  let frame = 0;
  addEventListener('scroll', () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  });
  mark();
  const close = (): void => {
    if (contents.popover) contents.hidePopover();
  };
  contents.addEventListener('click', close);
  // The page has just been scrolled, by a press on a link in there it may be.
  close();
}
