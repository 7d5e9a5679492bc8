/** A request as a curl command has it. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
}

/**
 * Reads the first curl command of a shell sample.
 *
 * @returns nothing where there is none, or none with an address
 */
export function readCurl(code: string): CurlRequest | undefined {
  const words = shellWords(code);
  const start = words.indexOf('curl');
  if (start < 0) return undefined;
  let method: string | undefined;
  let url: string | undefined;
  const headers: (readonly [string, string])[] = [];
  const data: string[] = [];
  for (let index = start + 1; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '\n' || word === '|' || word === ';' || word === '&&') break;
    const [flag = '', inline] = /^--[\w-]+=/.test(word)
      ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]
      : [word];
    const value = (): string => inline ?? words[++index] ?? '';
    if (flag === '-X' || flag === '--request') method = value();
    else if (/^-X./.test(flag)) method = flag.slice(2);
    else if (flag === '-H' || flag === '--header') headers.push(headerOf(value()));
    else if (/^(?:-d|--data|--data-raw|--data-binary|--data-ascii|--json)$/.test(flag)) data.push(value());
    else if (/^(?:-u|--user)$/.test(flag)) headers.push(['Authorization', `Basic ${value()}`]);
    else if (flag === '--url') url = value();
    else if (/^(?:-F|--form|-o|--output|-A|--user-agent|-b|--cookie|-m|--max-time)$/.test(flag)) value();
    else if (!flag.startsWith('-') && url === undefined && /^(?:https?:\/\/|\/)/.test(word)) url = word;
  }
  if (url === undefined) return undefined;
  return {
    method: (method ?? (data.length > 0 ? 'POST' : 'GET')).toUpperCase(),
    url,
    headers,
    ...(data.length > 0 ? { body: data.join('&') } : {}),
  };
}

function headerOf(text: string): readonly [string, string] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
}

/** The words of a command, quotes taken off; an end of line that nothing continues is a word of its own. */
function shellWords(code: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let index = 0; index < code.length; index += 1) {
    const char = code.charAt(index);
    const next = code.charAt(index + 1);
    if (char === '\\' && next === '\n') index += 1;
    else if (char === '\\') {
      word = (word ?? '') + next;
      index += 1;
    } else if (char === "'" || char === '"') {
      const end = closing(code, index);
      const inner = code.slice(index + 1, end);
      word = (word ?? '') + (char === '"' ? inner.replace(/\\(["\\$`])/g, '$1') : inner);
      index = end;
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      if (char === '\n') words.push('\n');
    } else word = (word ?? '') + char;
  }
  if (word !== undefined) words.push(word);
  return words;
}

function closing(code: string, from: number): number {
  const quote = code.charAt(from);
  for (let index = from + 1; index < code.length; index += 1) {
    if (quote === '"' && code.charAt(index) === '\\') index += 1;
    else if (code.charAt(index) === quote) return index;
  }
  return code.length;
}
