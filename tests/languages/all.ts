import type { Proof } from '../samples/harness.ts';
import { proofs as c } from './c.ts';
import { proofs as go } from './go.ts';
import { proofs as java } from './java.ts';
import { proofs as javascript } from './javascript.ts';
import { proofs as php } from './php.ts';
import { proofs as ruby } from './ruby.ts';
import { proofs as shell } from './shell.ts';
import { proofs as typescript } from './typescript.ts';

/** What `npm run test:languages` runs, beside what `npm test` does. */
export const proofs: readonly Proof[] = [...shell, ...javascript, ...typescript, ...go, ...java, ...php, ...ruby, ...c];
