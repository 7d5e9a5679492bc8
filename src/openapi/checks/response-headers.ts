import { diagnose } from '../report.ts';
import { child, entries } from '../spot.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';

/** The media types of a response tell its `Content-Type`. OpenAPI 3.2, "Response Object". */
export const checkResponseHeaders: Check = ({ references }) =>
  takeInventory(references)
    .of('response')
    .flatMap((response) => {
      const headers = child(response, 'headers');
      return (headers ? entries(headers) : [])
        .filter(({ key }) => key.toLowerCase() === 'content-type')
        .map(({ value }) => {
          const message = 'The header "Content-Type" is ignored here: the media types of the response tell it.';
          return diagnose(value, { code: 'header-ignored', severity: 'info', message, fix: 'Remove it.', onKey: true });
        });
    });
