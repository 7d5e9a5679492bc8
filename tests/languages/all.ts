import type { Proof } from '../samples/harness.ts';
import { proofs as c } from './c.ts';
import { parsed as csharp } from './csharp.ts';
import { proofs as go } from './go.ts';
import { proofs as java } from './java.ts';
import { proofs as javascript } from './javascript.ts';
import { proofs as kotlin, packages as kotlinPackages } from './kotlin.ts';
import type { Parsed } from './parsed.ts';
import { proofs as php } from './php.ts';
import { parsed as powershell } from './powershell.ts';
import { proofs as ruby } from './ruby.ts';
import { proofs as rust } from './rust.ts';
import { proofs as shell } from './shell.ts';
import { parsed as swift } from './swift.ts';
import { proofs as typescript } from './typescript.ts';

/** What `npm run test:languages` runs, beside what `npm test` does. */
export const proofs: readonly Proof[] = [
  ...shell,
  ...javascript,
  ...typescript,
  ...go,
  ...java,
  ...kotlin,
  ...php,
  ...ruby,
  ...c,
  ...rust,
];

/** What can't be run here, and is read by a grammar instead. */
export const parsed: readonly Parsed[] = [csharp, swift, powershell];

/** The npm packages that all of these need, with their versions. */
export const npmPackages: readonly string[] = [
  ...new Set([...parsed.flatMap(({ packages }) => packages), ...kotlinPackages]),
].sort();
