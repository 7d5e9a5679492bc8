/** What a gateway has to answer for one server. */
export interface Needed {
  readonly origin: string;
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
}

export interface Mend {
  readonly gateway: string;
  readonly text: string;
}

/** Seconds that a browser may keep the answer to a preflight; browsers cut it to what they allow. */
const MAX_AGE = 86_400;

/** What to write into the usual gateways. Names that would need quoting in one of them are left out. */
export function mends({ origin, ...given }: Needed): Mend[] {
  const plain = (names: readonly string[]): string[] => names.filter((name) => /^[\w-]+$/.test(name));
  const methods = plain(given.methods);
  const headers = plain(given.headers);
  const exposed = plain(given.exposed);
  return [
    { gateway: 'nginx', text: nginx({ origin, methods, headers, exposed }) },
    { gateway: 'Azure API Management', text: azure({ origin, methods, headers, exposed }) },
    { gateway: 'Kong', text: kong({ origin, methods, headers, exposed }) },
    { gateway: 'Cloudflare', text: cloudflare({ origin, methods, headers, exposed }) },
  ];
}

function nginx({ origin, methods, headers, exposed }: Needed): string {
  const preflight = [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Methods', methods.join(', ')],
    ...(headers.length > 0 ? [['Access-Control-Allow-Headers', headers.join(', ')]] : []),
    ['Access-Control-Max-Age', String(MAX_AGE)],
    ['Vary', 'Origin'],
  ];
  const answer = [
    ['Access-Control-Allow-Origin', origin],
    ...(exposed.length > 0 ? [['Access-Control-Expose-Headers', exposed.join(', ')]] : []),
    ['Vary', 'Origin'],
  ];
  const write = (rows: readonly (readonly string[])[], indent: string): string[] =>
    rows.map(([name, value]) => `${indent}add_header ${name} "${value}" always;`);
  return [
    '# In the location that passes requests on:',
    '# proxy_hide_header Access-Control-Allow-Origin;  where the server behind adds one, too',
    'if ($request_method = OPTIONS) {',
    ...write(preflight, '    '),
    '    return 204;',
    '}',
    ...write(answer, ''),
  ].join('\n');
}

function azure({ origin, methods, headers, exposed }: Needed): string {
  const block = (tag: string, one: string, names: readonly string[], attributes = ''): string[] =>
    names.length === 0
      ? []
      : [`  <${tag}${attributes}>`, ...names.map((name) => `    <${one}>${name}</${one}>`), `  </${tag}>`];
  return [
    '<!-- In <inbound>, after <base />: -->',
    '<cors allow-credentials="false">',
    ...block('allowed-origins', 'origin', [origin]),
    ...block('allowed-methods', 'method', methods, ` preflight-result-max-age="${MAX_AGE}"`),
    ...block('allowed-headers', 'header', headers),
    ...block('expose-headers', 'header', exposed),
    '</cors>',
  ].join('\n');
}

function kong({ origin, methods, headers, exposed }: Needed): string {
  const list = (names: readonly string[]): string => `[${names.join(', ')}]`;
  return [
    'plugins:',
    '  - name: cors',
    '    config:',
    `      origins: ["${origin}"]`,
    `      methods: ${list(methods)}`,
    ...(headers.length > 0 ? [`      headers: ${list(headers)}`] : []),
    ...(exposed.length > 0 ? [`      exposed_headers: ${list(exposed)}`] : []),
    `      max_age: ${MAX_AGE}`,
    '      credentials: false',
    '      preflight_continue: false',
  ].join('\n');
}

function cloudflare({ origin, methods, headers, exposed }: Needed): string {
  const rows = [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Methods', methods.join(', ')],
    ...(headers.length > 0 ? [['Access-Control-Allow-Headers', headers.join(', ')]] : []),
    ...(exposed.length > 0 ? [['Access-Control-Expose-Headers', exposed.join(', ')]] : []),
    ['Access-Control-Max-Age', String(MAX_AGE)],
  ];
  return [
    '// A Worker on the route of the API:',
    'const CORS = {',
    ...rows.map(([name, value]) => `  '${name}': '${value}',`),
    '};',
    'export default {',
    '  async fetch(request) {',
    `    if (request.headers.get('Origin') !== '${origin}') return fetch(request);`,
    `    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: CORS });`,
    '    const answer = await fetch(request);',
    '    const response = new Response(answer.body, answer);',
    '    for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value);',
    `    response.headers.append('Vary', 'Origin');`,
    '    return response;',
    '  },',
    '};',
  ].join('\n');
}
