import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, type Spot } from '../spot.ts';
import { addressFindings } from './address-words.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';

/** Which fields of which objects are addresses. */
const FIELDS = [
  ['info', 'termsOfService'],
  ['contact', 'url'],
  ['license', 'url'],
  ['external-docs', 'url'],
] as const;

function wrongEmail(contact: Spot): Diagnostic[] {
  const email = child(contact, 'email');
  const text = email?.node.kind === 'string' ? email.node.value : '';
  if (!email || text === '' || /^[^\s@]+@[^\s@]+$/.test(text)) return [];
  const message = `${quoteShort(text)} is no email address.`;
  return [
    diagnose(email, {
      code: 'email-malformed',
      severity: 'warning',
      message,
      fix: 'Write one such as "api@example.com".',
    }),
  ];
}

/** Addresses that a page links to. */
export const checkAddresses: Check = ({ references }) => {
  const inventory = takeInventory(references);
  return [
    ...FIELDS.flatMap(([name, key]) =>
      inventory.of(name).flatMap((spot) => addressFindings(spot, [key], 'url-malformed')),
    ),
    ...inventory.of('contact').flatMap(wrongEmail),
  ];
};
