import { showInvisibles } from '../../model/invisibles.ts';
import { methodKind } from '../method-kind.ts';
import { type Html, html } from './html.ts';

/** The method of a request, in the colour of its kind. */
export function methodLabel(method: string): Html {
  return html`<span class="method method-${methodKind(method)}">${showInvisibles(method)}</span>`;
}
