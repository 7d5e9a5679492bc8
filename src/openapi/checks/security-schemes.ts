import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, type Spot, textAt } from '../spot.ts';
import { addressFindings } from './address-words.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';

/** The registry of HTTP authentication schemes, as of 2025. RFC 9110, section 16.4.1. */
const REGISTERED = [
  'basic',
  'bearer',
  'concealed',
  'digest',
  'dpop',
  'gnap',
  'hoba',
  'mutual',
  'negotiate',
  'oauth',
  'privatetoken',
  'scram-sha-1',
  'scram-sha-256',
  'vapid',
];

function unregistered(scheme: Spot): Diagnostic[] {
  const spot = child(scheme, 'scheme');
  const name = textAt(scheme, 'scheme');
  if (!spot || name === undefined || textAt(scheme, 'type') !== 'http') return [];
  if (REGISTERED.includes(name.toLowerCase())) return [];
  const better = nearest(name, REGISTERED);
  return [
    diagnose(spot, {
      code: 'security-http-scheme',
      severity: 'warning',
      message: `${quoteShort(name)} is no registered scheme of HTTP authentication.`,
      fix:
        better === undefined
          ? 'Write "basic" or "bearer", or declare an `apiKey` in the header.'
          : `Did you mean "${better}"?`,
    }),
  ];
}

const FLOWS = ['oauth-implicit', 'oauth-token', 'oauth-code', 'oauth-device'];
const FLOW_ADDRESSES = ['authorizationUrl', 'deviceAuthorizationUrl', 'tokenUrl', 'refreshUrl'];

/** How a reader proves who they are can be carried out. OpenAPI 3.2, "Security Scheme Object". */
export const checkSecuritySchemes: Check = ({ references }) => {
  const inventory = takeInventory(references);
  return [
    ...inventory
      .of('security-scheme')
      .flatMap((scheme) => [
        ...unregistered(scheme),
        ...addressFindings(scheme, ['openIdConnectUrl', 'oauth2MetadataUrl'], 'security-url'),
      ]),
    ...FLOWS.flatMap((flow) => inventory.of(flow)).flatMap((flow) =>
      addressFindings(flow, FLOW_ADDRESSES, 'security-url'),
    ),
  ];
};
