/** @jsxImportSource preact */
import type { SecurityScheme } from '../../model/security-scheme.ts';
import { lazyPart } from '../lazy-part.tsx';
import { loadStyles } from '../load-styles.ts';
import styles from '../login/login.css?url&no-inline';

export interface CredentialAidProps {
  readonly scheme: SecurityScheme;
  /** It has a place in the request, and so a field. */
  readonly isPlaced: boolean;
  /** What the field holds, and what is sent before it: `Bearer `. */
  readonly value?: string;
  readonly prefix?: string;
  /** Line breaks were taken out of what was pasted. */
  readonly joined?: boolean;
  /** Puts in what the reader agreed to. */
  readonly onMend?: (value: string) => void;
}

/** What stands below a credential's field, loaded for those that have something there. */
export const CredentialAid = lazyPart<CredentialAidProps>('login', async () => {
  const [{ CredentialAid: view }] = await Promise.all([import('../login/CredentialAid.tsx'), loadStyles(styles)]);
  return view;
});

/** Whether there is something: most keys and tokens need nothing beside their field. */
export function needsAid(scheme: SecurityScheme, value: string): boolean {
  const isPlain =
    (scheme.kind === 'apiKey' && scheme.in !== 'cookie') ||
    (scheme.kind === 'http' && /^(?:basic|bearer)$/i.test(scheme.scheme));
  return !isPlain || /^\s|^\S+\s|\s$/.test(value);
}
