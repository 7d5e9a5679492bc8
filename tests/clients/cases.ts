import { readPages } from '../samples/page-samples.ts';
import type { Ran } from '../samples/run.ts';
import { LIBRARY_CASES } from './library-cases.ts';
import type { SandboxProcess } from './sandbox.ts';

export const KEY = 'the-only-key';

export interface ClientCase {
  readonly name: string;
  /** An ES module that uses the library, with the address of the real server. */
  readonly code: string;
  /** The key in the environment; the right one when left out. */
  readonly key?: string;
  /** @returns what was seen, in a few words; throws a sentence when it isn't what it must be */
  readonly check: (ran: Ran, answers: SandboxProcess['answers']) => string;
}

/** Every sample of the library on the built pages, once each, what they leave out, and what goes wrong in the first of them. */
export function clientCases(site: string, retryAfter: number): ClientCase[] {
  const samples = readPages(site).flatMap(({ path, tabs }) =>
    tabs.flatMap((panels, index) => {
      const panel = panels.find(({ language, variant }) => language === 'javascript' && variant === 'openai');
      return panel ? [{ path, name: `${path} ${index + 1}`, code: panel.code }] : [];
    }),
  );
  const base = samples.find(({ path }) => path === '/reference/create-chat-completion/')?.code;
  if (!base) throw new Error('The page of createChatCompletion has no sample of the library for JavaScript.');
  const once = samples.filter(({ code }, index) => samples.findIndex((other) => other.code === code) === index);
  return [
    ...once.map(({ name, code }) => {
      const check = code.includes('for await (') ? answeredInPieces : answered;
      return { name, code, check };
    }),
    ...LIBRARY_CASES,
    ...failures(base, retryAfter),
  ];
}

/** What a reader sees who got one thing wrong: the sample ends with the library's own error. */
function failures(base: string, retryAfter: number): ClientCase[] {
  const limited = change(base, "model: 'gpt-35-turbo',", "model: 'gpt-35-turbo',\n  user: 'sandbox-429',");
  return [
    { name: 'wrong key', code: base, key: 'another', check: failedWith(/AuthenticationError: 401 Access denied/) },
    {
      name: 'wrong key, streaming',
      code: change(base, 'temperature: 0.7', 'stream: true'),
      key: 'another',
      check: failedWith(/AuthenticationError: 401 Access denied/),
    },
    {
      name: 'unknown deployment',
      code: change(base, "model: 'gpt-35-turbo'", "model: 'gpt-9'"),
      check: failedWith(/NotFoundError: 404 .*deployment[\s\S]*code: 'DeploymentNotFound'/),
    },
    {
      name: 'value out of range',
      code: change(base, 'temperature: 0.7', 'temperature: 3'),
      check: failedWith(/BadRequestError: 400 .*'temperature'[\s\S]*param: 'temperature'/),
    },
    {
      name: 'missing field',
      code: change(base, 'messages:', 'message:'),
      check: failedWith(/BadRequestError: 400 .*'messages'/),
    },
    {
      name: '429 at every try',
      code: limited,
      check: (ran, answers) => {
        const seen = failedWith(new RegExp(`RateLimitError: 429 .*after ${retryAfter} seconds`))(ran);
        return `${seen}; ${waited(answers, [429, 429, 429], retryAfter)}`;
      },
    },
    {
      name: '429, then an answer',
      code: change(limited, 'new AzureOpenAI({', `new AzureOpenAI({\n  fetch: ${LIMITED_ONCE},`),
      check: (ran, answers) => `${answered(ran)}; ${waited(answers, [429, 200], retryAfter)}`,
    },
  ];
}

/** A \`fetch\` that asks for the 429 in its first request alone: the sandbox remembers nobody. */
const LIMITED_ONCE = `((tries) => (url, init) =>
    fetch(url, tries++ === 0 ? init : { ...init, body: init.body.replace('sandbox-429', 'reader') }))(0)`;

function change(code: string, from: string, to: string): string {
  if (!code.includes(from)) throw new Error(`The sample to change has no ${from}:\n${code}`);
  return code.replace(from, to);
}

function answered({ status, stdout, stderr }: Ran): string {
  if (status !== 0) throw new Error(`It ended with ${status}: ${stderr.trim()}`);
  if (/^(|undefined|null)$/.test(stdout.trim())) throw new Error(`It printed no answer: ${JSON.stringify(stdout)}`);
  return `answered, ${stdout.trim().length} characters`;
}

function answeredInPieces(ran: Ran): string {
  const seen = answered(ran);
  const spread = (ran.arrivals.at(-1)?.at ?? 0) - (ran.arrivals[0]?.at ?? 0);
  if (ran.arrivals.length < 3 || spread < 20) {
    throw new Error(`The stream came at once: ${ran.arrivals.length} pieces in ${Math.round(spread)} ms`);
  }
  return `${seen} in ${ran.arrivals.length} pieces over ${Math.round(spread)} ms`;
}

function failedWith(pattern: RegExp): (ran: Ran) => string {
  return ({ status, stdout, stderr }) => {
    if (status === 0) throw new Error(`It didn't fail, but printed ${JSON.stringify(stdout)}`);
    const found = pattern.exec(stderr)?.[0];
    if (found === undefined) throw new Error(`It failed otherwise: ${stderr.trim()}`);
    return found.split('\n')[0] ?? '';
  };
}

/** The statuses that the sandbox answered with, and that each retry came after the seconds that it was told. */
function waited(answers: SandboxProcess['answers'], statuses: readonly number[], seconds: number): string {
  const got = answers.map(({ status }) => status).join(', ');
  if (got !== statuses.join(', ')) throw new Error(`The sandbox answered ${got}, not ${statuses.join(', ')}`);
  const waits = answers.slice(1).map(({ at }, index) => (at - (answers[index]?.at ?? 0)) / 1000);
  const wrong = waits.find((wait) => wait < seconds - 0.2 || wait > seconds + 2);
  if (wrong !== undefined) throw new Error(`It retried after ${wrong.toFixed(1)} s, not ${seconds}`);
  return `tried ${answers.length} times, ${waits.map((wait) => `${wait.toFixed(1)} s`).join(' and ')} apart`;
}
