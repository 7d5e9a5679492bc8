import type { Operation } from '../model/operation.ts';
import type { HttpRequest } from '../request/http-request.ts';
import type { Grammar } from './tokens.ts';

export type LanguageId =
  | 'shell'
  | 'python'
  | 'javascript'
  | 'typescript'
  | 'go'
  | 'java'
  | 'csharp'
  | 'php'
  | 'ruby'
  | 'kotlin'
  | 'swift'
  | 'rust'
  | 'c'
  | 'powershell'
  | 'http';

/** A language that samples are printed in. */
export interface Language {
  readonly id: LanguageId;
  readonly label: string;
  readonly grammar: Grammar;
}

/** In the order of the tabs, where the owner has no other. */
export const languages: readonly Language[] = [
  { id: 'shell', label: 'Shell', grammar: 'shell' },
  { id: 'python', label: 'Python', grammar: 'python' },
  { id: 'javascript', label: 'JavaScript', grammar: 'javascript' },
  { id: 'typescript', label: 'TypeScript', grammar: 'javascript' },
  { id: 'go', label: 'Go', grammar: 'curly' },
  { id: 'java', label: 'Java', grammar: 'curly' },
  { id: 'csharp', label: 'C#', grammar: 'curly' },
  { id: 'php', label: 'PHP', grammar: 'curly' },
  { id: 'ruby', label: 'Ruby', grammar: 'hashed' },
  { id: 'kotlin', label: 'Kotlin', grammar: 'curly' },
  { id: 'swift', label: 'Swift', grammar: 'curly' },
  { id: 'rust', label: 'Rust', grammar: 'curly' },
  { id: 'c', label: 'C', grammar: 'curly' },
  { id: 'powershell', label: 'PowerShell', grammar: 'hashed' },
  { id: 'http', label: 'HTTP', grammar: 'http' },
];

/**
 * Prints the whole sample, ready to run, without a newline at its end.
 *
 * @returns nothing when the library can't send the request: `fetch` no body with GET, one made for a service only its own
 */
export type Print = (request: HttpRequest, operation: Operation) => string | undefined;

/** One library or tool of a language. */
export interface Target {
  readonly language: LanguageId;
  /** What its code sends with: a name as people know it, unique in its language. */
  readonly library: string;
  /** Made for one service: shown only where a description names it in `x-curlew-clients`. */
  readonly isClient?: true;
  /** Loads the printer: a page holds none before it needs one. */
  readonly load: () => Promise<{ readonly print: Print }>;
}

/** The first of a language is the one that shows, until the reader picks another. */
export const targets: readonly Target[] = [
  { language: 'shell', library: 'curl', load: async () => ({ print: (await import('./shell.ts')).curl }) },
  { language: 'shell', library: 'wget', load: async () => ({ print: (await import('./shell.ts')).wget }) },
  { language: 'shell', library: 'httpie', load: async () => ({ print: (await import('./shell.ts')).httpie }) },
  { language: 'python', library: 'requests', load: async () => ({ print: (await import('./python.ts')).requests }) },
  { language: 'python', library: 'httpx', load: async () => ({ print: (await import('./python.ts')).httpx }) },
  { language: 'python', library: 'urllib', load: async () => ({ print: (await import('./python.ts')).urllib }) },
  {
    language: 'python',
    library: 'openai',
    isClient: true,
    load: async () => ({ print: (await import('./openai.ts')).python }),
  },
  { language: 'javascript', library: 'fetch', load: async () => ({ print: (await import('./javascript.ts')).fetch }) },
  {
    language: 'javascript',
    library: 'node:http',
    load: async () => ({ print: (await import('./javascript.ts')).node }),
  },
  { language: 'javascript', library: 'axios', load: async () => ({ print: (await import('./javascript.ts')).axios }) },
  {
    language: 'javascript',
    library: 'openai',
    isClient: true,
    load: async () => ({ print: (await import('./openai.ts')).javascript }),
  },
  {
    language: 'typescript',
    library: 'fetch',
    load: async () => ({ print: (await import('./javascript.ts')).typescript }),
  },
  { language: 'go', library: 'net/http', load: () => import('./go-net-http.ts') },
  { language: 'java', library: 'java.net.http', load: async () => ({ print: (await import('./java.ts')).java }) },
  { language: 'csharp', library: 'HttpClient', load: () => import('./csharp-http-client.ts') },
  { language: 'php', library: 'curl', load: () => import('./php-curl.ts') },
  { language: 'ruby', library: 'net/http', load: () => import('./ruby-net-http.ts') },
  { language: 'kotlin', library: 'java.net.http', load: async () => ({ print: (await import('./java.ts')).kotlin }) },
  { language: 'swift', library: 'URLSession', load: () => import('./swift-urlsession.ts') },
  { language: 'rust', library: 'reqwest', load: () => import('./rust-reqwest.ts') },
  { language: 'c', library: 'libcurl', load: () => import('./c-libcurl.ts') },
  { language: 'powershell', library: 'HttpClient', load: () => import('./powershell-httpclient.ts') },
  { language: 'http', library: 'HTTP/1.1', load: () => import('./http-raw.ts') },
];

/** So many languages stand in a page; the others are printed in the browser when a reader asks for them. */
export const STATIC_LANGUAGES = 3;

/** The languages with these ids, in their order. @param ids - left out: all of them */
export function languagesOf(ids: readonly string[] | undefined): readonly Language[] {
  return ids === undefined ? languages : ids.flatMap((id) => languages.filter((language) => language.id === id));
}

/**
 * The ways that a language has to send, plain HTTP first.
 *
 * @param clients - the libraries that the API names (`x-curlew-clients`)
 */
export function targetsOf(language: string, clients: readonly string[] = []): Target[] {
  return targets.filter((one) => one.language === language && (!one.isClient || clients.includes(one.library)));
}
