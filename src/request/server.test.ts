import { describe, expect, it } from 'vitest';
import type { Server, ServerVariable } from '../model/server.ts';
import { resolveServer } from './server.ts';

function server(url: string, ...variables: (Partial<ServerVariable> & { name: string })[]): Server {
  return { url, variables: variables.map((variable) => ({ default: 'default', enum: [], ...variable })) };
}

interface Row {
  readonly name: string;
  readonly server: Server;
  readonly values?: { readonly [name: string]: string };
  readonly base?: string;
  readonly url: string;
  readonly codes?: readonly string[];
}

const host = server('https://{host}/v1', { name: 'host', default: 'api.example.com' });

const ROWS: readonly Row[] = [
  { name: 'absolute', server: server('https://api.example.com'), url: 'https://api.example.com' },
  { name: 'a slash at the end', server: server('https://api.example.com/v1/'), url: 'https://api.example.com/v1' },
  {
    name: 'default port and case',
    server: server('HTTPS://API.example.com:443/V1'),
    url: 'https://api.example.com/V1',
  },
  { name: 'a host past ASCII', server: server('https://例え.example/'), url: 'https://xn--r8jz45g.example' },
  { name: 'dots in the path', server: server('https://a.example/x/../y'), url: 'https://a.example/y' },
  { name: 'default of a variable', server: host, url: 'https://api.example.com/v1' },
  {
    name: 'value of a variable',
    server: host,
    values: { host: 'eu.example.com:8443' },
    url: 'https://eu.example.com:8443/v1',
  },
  {
    name: 'the author may put a slash into a default',
    server: server('https://a.example/{base}', { name: 'base', default: 'v1/rest' }),
    url: 'https://a.example/v1/rest',
  },
  {
    name: 'an empty default',
    server: server('https://a.example/{base}', { name: 'base', default: '' }),
    url: 'https://a.example',
  },
  {
    name: 'a value of the enum',
    server: server('https://{r}.example', { name: 'r', default: 'eu', enum: ['eu', 'us'] }),
    values: { r: 'us' },
    url: 'https://us.example',
  },
  {
    name: 'a value outside the enum',
    server: server('https://{r}.example', { name: 'r', default: 'eu', enum: ['eu', 'us'] }),
    values: { r: 'cn' },
    url: 'https://{r}.example',
    codes: ['server-variable'],
  },
  {
    name: 'an undeclared variable',
    server: server('https://{r}.example'),
    url: 'https://{r}.example',
    codes: ['server-variable'],
  },
  ...['..', '.', '%2e%2E', '.%2e'].map((text) => ({
    name: `a free variable refuses the step ${text}`,
    server: server('https://a.example/{r}/v1', { name: 'r' }),
    values: { r: text },
    url: 'https://a.example/{r}/v1',
    codes: ['server-variable'],
  })),
  ...['a/b', 'a?b', 'a#b', 'a@b', 'a\\b', 'a b', 'a\tb', 'a\nb', 'a\u0000b', 'a\u202eb', 'evil.example/x?'].map(
    (text) => ({
      name: `a free variable refuses ${JSON.stringify(text)}`,
      server: host,
      values: { host: text },
      url: 'https://{host}/v1',
      codes: ['server-variable'],
    }),
  ),
  {
    name: 'a value that makes no host',
    server: host,
    values: { host: 'a:b:c' },
    url: 'https://a:b:c/v1',
    codes: ['server-invalid'],
  },
  {
    name: 'user information is dropped and told',
    server: server('https://user:pass@a.example/v1'),
    url: 'https://a.example/v1',
    codes: ['server-user-info'],
  },
  {
    name: 'query and fragment are dropped and told',
    server: server('https://a.example/v1?x=1#y'),
    url: 'https://a.example/v1',
    codes: ['server-invalid'],
  },
  {
    name: 'another scheme',
    server: server('ftp://a.example/v1'),
    url: 'ftp://a.example/v1',
    codes: ['server-invalid'],
  },
  {
    name: 'javascript',
    server: server('javascript:alert(1)//'),
    url: 'javascript:alert(1)',
    codes: ['server-invalid'],
  },
  {
    name: 'relative to a base',
    server: server('/v1'),
    base: 'https://docs.example/specs/pets.yaml',
    url: 'https://docs.example/v1',
  },
  {
    name: 'relative to the folder of a base',
    server: server('v1'),
    base: 'https://docs.example/specs/pets.yaml',
    url: 'https://docs.example/specs/v1',
  },
  { name: 'relative without a base', server: server('/v1'), url: '/v1', codes: ['server-invalid'] },
  {
    name: 'protocol-relative takes the scheme of the base',
    server: server('//a.example/v1'),
    base: 'https://docs.example',
    url: 'https://a.example/v1',
  },
  {
    name: 'a base with user information',
    server: server('/v1'),
    base: 'https://u:p@docs.example',
    url: 'https://docs.example/v1',
    codes: ['server-user-info'],
  },
];

describe('resolveServer', () => {
  it.each(ROWS)('$name', ({ server, values = {}, base, url, codes = [] }) => {
    const list = Object.entries(values).map(([name, value]) => ({ name, value }));
    const resolved = resolveServer(server, list, base);
    expect({ url: resolved.url, codes: resolved.problems.map(({ code }) => code) }).toEqual({ url, codes });
  });

  it('names the variable', () => {
    expect(resolveServer(host, [{ name: 'host', value: 'a/b' }]).problems).toEqual([
      { kind: 'problem', code: 'server-variable', field: { kind: 'server-variable', name: 'host' }, found: 'a/b' },
    ]);
  });
});
