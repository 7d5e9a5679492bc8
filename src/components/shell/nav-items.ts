import { fill } from '../../i18n/translate.ts';
import { methodKind } from '../../views/method-kind.ts';
import { nameParts } from '../../views/name-parts.ts';
import type { NavigationItem } from '../../views/navigation-item.ts';

/** One line of the navigation, in the shape that `views/html/navigation.ts` writes where a title may run either way. */
export function navigationLine(item: NavigationItem, pagesOf: string): HTMLLIElement {
  const { title, url, method, deprecated, isRest, isFolder, load } = item;
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  if (link.pathname === location.pathname && !link.hash && !isRest && !isFolder)
    link.setAttribute('aria-current', 'page');
  link.classList.toggle('is-deprecated', deprecated === true);
  link.classList.toggle('nav-rest', isRest === true);
  const label = document.createElement('span');
  label.dir = 'auto';
  nameParts(title).forEach((part, index) => {
    if (index > 0) label.append(document.createElement('wbr'));
    label.append(part);
  });
  link.append(label);
  if (method) {
    const badge = document.createElement('span');
    badge.className = `method method-${methodKind(method)}`;
    badge.textContent = method;
    link.append(badge);
  }
  line.append(link);
  if (!load) return line;
  if (isRest) {
    link.dataset.load = load;
    return line;
  }
  line.className = 'nav-group';
  const details = document.createElement('details');
  details.dataset.load = load;
  const summary = document.createElement('summary');
  summary.ariaLabel = fill(pagesOf, { title });
  details.append(summary);
  line.append(details);
  return line;
}
