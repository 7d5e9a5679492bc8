/** Goes on to where a page is now, to the same field of it, and leaves no step to come back to. */
const link = document.querySelector('#movedTo');
if (link instanceof HTMLAnchorElement) location.replace(link.href + location.search + location.hash);
