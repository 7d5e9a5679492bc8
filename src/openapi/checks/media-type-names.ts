import { nearest } from '../../diagnostics/nearest.ts';
import { diagnose, quoteShort } from '../report.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';

const TOKEN = "[!#$%&'*+.^_`|~\\w-]+";
/** A type with parameters, or a range. RFC 9110, section 8.3.1 and 12.5.1. */
const NAME = new RegExp(`^${TOKEN}/${TOKEN}(?:\\s*;\\s*(?:${TOKEN}=(?:${TOKEN}|"[^"]*"))?)*$`);

const COMMON = [
  'application/json',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  'application/pdf',
  'multipart/form-data',
  'text/plain',
  'text/html',
  'text/csv',
  'text/event-stream',
];
const SHORT = new Map([
  ['json', 'application/json'],
  ['xml', 'application/xml'],
  ['text', 'text/plain'],
  ['html', 'text/html'],
  ['csv', 'text/csv'],
  ['form', 'application/x-www-form-urlencoded'],
]);

/** The key of a `content` is a media type. */
export const checkMediaTypeNames: Check = ({ references }) =>
  takeInventory(references)
    .of('media-type')
    .flatMap((spot) => {
      const name = spot.key?.name;
      if (name === undefined || /^\/components\/mediaTypes\/[^/]+$/.test(spot.pointer)) return [];
      // Its first mistake is enough for a slip in a common name too.
      if (name.length < 200 && NAME.test(name)) return [];
      const better = SHORT.get(name.toLowerCase()) ?? nearest(name, COMMON);
      return diagnose(spot, {
        code: 'media-type-malformed',
        severity: 'warning',
        message: `${quoteShort(name)} is no media type.`,
        fix:
          better === undefined
            ? 'Write a type and a subtype, such as "application/json".'
            : `Did you mean "${better}"?`,
        onKey: true,
      });
    });
