import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, type Spot } from '../spot.ts';

/** What an address can't be read against: any host does. */
const SOMEWHERE = 'https://example.com/';

function findingFor(text: string): { message: string; fix: string } | undefined {
  if (/\s/.test(text.trim()) || !URL.canParse(text, SOMEWHERE)) {
    return { message: `${quoteShort(text)} is no URL.`, fix: 'Write an address such as "https://example.com/".' };
  }
  if (/^[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$)/.test(text)) {
    return {
      message: `${quoteShort(text)} lacks its scheme, so it is a relative path.`,
      fix: `Write ${quoteShort(`https://${text}`)}.`,
    };
  }
  return undefined;
}

/**
 * Addresses that lead nowhere: texts that are none, and hosts without `https://`.
 *
 * @param keys - of the owner's fields that are addresses; an empty one is not looked at
 */
export function addressFindings(owner: Spot, keys: readonly string[], code: string): Diagnostic[] {
  return keys.flatMap((key) => {
    const spot = child(owner, key);
    const text = spot?.node.kind === 'string' ? spot.node.value : '';
    const finding = text === '' ? undefined : findingFor(text);
    return spot && finding ? diagnose(spot, { code, severity: 'warning', ...finding }) : [];
  });
}
