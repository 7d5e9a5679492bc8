/**
 * The navigation of a small screen as a modal dialog: the page behind it is inert, Escape and a press outside close
 * it, and the focus goes back to the button. Without script the same element is a popover.
 */
export function openDrawer(nav: HTMLElement): void {
  const drawer = document.createElement('dialog');
  drawer.className = 'drawer';
  drawer.ariaLabel = nav.ariaLabel;
  const place = document.createComment('');
  nav.before(place);
  nav.removeAttribute('popover');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'icon-button drawer-close';
  close.ariaLabel = nav.dataset.close ?? '×';
  drawer.append(close, nav);
  document.body.append(drawer);
  const wide = matchMedia('(min-width: 900px)');
  const shut = (): void => drawer.close();
  close.addEventListener('click', shut);
  wide.addEventListener('change', shut);
  addEventListener('pagehide', shut);
  drawer.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    // The drawer has no padding, so a press on itself is one on its backdrop.
    if (event.target === drawer || (link?.pathname === location.pathname && link.hash)) shut();
  });
  drawer.addEventListener('close', async () => {
    wide.removeEventListener('change', shut);
    removeEventListener('pagehide', shut);
    // The way out may be animated.
    await Promise.allSettled(drawer.getAnimations().map((animation) => animation.finished));
    nav.setAttribute('popover', '');
    place.replaceWith(nav);
    drawer.remove();
  });
  drawer.showModal();
  nav.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'center' });
}
