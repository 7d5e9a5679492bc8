import type { Proof } from '../samples/harness.ts';
import { BASH, type Runner, SH } from '../samples/run.ts';

/** Runs files two at a time: a start of HTTPie takes a third of a second. */
const EACH_OF_TWO =
  'shell=$1; shift; printf "%s\\0" "$@" | xargs -0 -n 1 -P 2 sh -c \'"$0" "$1" || exit 255\' "$shell"';

const WGET = { packages: ['wget'] };
const HTTPIE: Runner = {
  ...SH,
  packages: ['httpie'],
  command: (_, files) => ['sh', ['-c', EACH_OF_TWO, 'sh', 'sh', ...files]],
};

export const proofs: readonly Proof[] = [
  { language: 'shell', library: 'wget', runner: { ...SH, ...WGET } },
  { language: 'shell', library: 'wget', runner: { ...BASH, ...WGET } },
  { language: 'shell', library: 'httpie', runner: HTTPIE },
];
