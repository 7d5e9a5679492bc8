import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { runCli } from '../../tests/run-cli.ts';
import { runMain } from '../../tests/run-main.ts';
import { main } from './main.ts';

const API = 'openapi: 3.2.0\ninfo: { title: Pets, version: "1" }\npaths: {}\n';

function run(args: readonly string[], files: { readonly [path: string]: string } = { 'openapi/pets.yaml': API }) {
  return runMain(args, writeProject(files));
}

describe('wrong usage is told, with exit code 2', () => {
  const table: { name: string; given: string[]; want: string }[] = [
    {
      name: 'unknown command',
      given: ['biuld'],
      want: 'There is no command "biuld". Did you mean "build"?\ncurlew --help',
    },
    {
      name: 'command from nowhere',
      given: ['frobnicate'],
      want: 'The commands are init, import, dev, build, preview, check, sandbox, sample, doctor, diff, texts, help.',
    },
    { name: 'option before the command', given: ['--out', 'x'], want: 'There is no command "--out".' },
    {
      name: 'unknown option',
      given: ['build', '--ot', 'x'],
      want: 'There is no option --ot. Did you mean --out?\ncurlew build --help',
    },
    {
      name: 'unknown option with a value',
      given: ['build', '--bsae=/x/'],
      want: 'There is no option --bsae. Did you mean --base?',
    },
    {
      name: 'no number',
      given: ['sandbox', '--delay', 'slow'],
      want: '--delay takes a number from 0 to 100, found "slow".',
    },
    {
      name: 'option from nowhere',
      given: ['sandbox', '--frobnicate'],
      want: 'The options are --port, --key, --delay, --seed, --help.',
    },
    { name: 'option of another command', given: ['build', '--port', '1'], want: 'There is no option --port.' },
    { name: 'name that objects inherit', given: ['build', '--constructor'], want: 'There is no option --constructor.' },
    { name: 'short option', given: ['build', '-o', 'x'], want: 'There is no option -o.' },
    { name: 'missing value', given: ['build', '--out'], want: '--out needs a value: --out DIR' },
    { name: 'empty value', given: ['build', '--out='], want: '--out needs a value: --out DIR' },
    {
      name: 'option instead of a value',
      given: ['build', '--out', '--base', '/'],
      want: '--out needs a value: --out DIR',
    },
    { name: 'missing port', given: ['sandbox', '--port'], want: '--port needs a value: --port N' },
    {
      name: 'port that is none',
      given: ['preview', '--port', '80a'],
      want: '--port takes a port from 0 to 65535, found "80a".',
    },
    {
      name: 'port too large',
      given: ['preview', '--port=65536'],
      want: '--port takes a port from 0 to 65535, found "65536".',
    },
    { name: 'value of a flag', given: ['preview', '--sandbox=yes'], want: '--sandbox takes no value, found "yes".' },
    { name: 'word after the version', given: ['--version', 'build'], want: '"build" has no place here.' },
    { name: 'option twice', given: ['build', '--base', '/', '--base=/'], want: '--base is given twice.' },
    {
      name: 'second argument',
      given: ['build', '.', 'other'],
      want: '"other" has no place here: curlew build [project or file] [options]',
    },
    {
      name: 'site without a scheme',
      given: ['build', '--site', 'example.com'],
      want: '--site takes the address of the site',
    },
    {
      name: 'site of another scheme',
      given: ['build', '--site', 'javascript:alert(1)'],
      want: '--site takes the address of the site',
    },
    { name: 'folder that is not there', given: ['build', 'gone'], want: 'There is no file or folder gone.' },
    {
      name: 'output over the project',
      given: ['build', '--out', '.'],
      want: 'A site in . would replace the project itself.',
    },
    {
      name: 'output above the project',
      given: ['build', '--out', '..'],
      want: 'A site in .. would replace the project itself.',
    },
    {
      name: 'output over other files',
      given: ['build', '--out', 'openapi'],
      want: 'openapi holds files that curlew did not write.',
    },
    {
      name: 'output that is a file',
      given: ['build', '--out', 'openapi/pets.yaml'],
      want: 'openapi/pets.yaml is a file, not a folder.',
    },
    {
      name: 'output among what the site is made of',
      given: ['build', '--out', 'openapi/site'],
      want: "The files in openapi/ are what the site is made of, so it can't be in openapi/site. Choose another folder with --out.",
    },
    { name: 'nothing to preview', given: ['preview'], want: 'There is no site in dist. "curlew build" makes one.' },
    {
      name: 'preview of what is no site',
      given: ['preview', '--out', 'openapi'],
      want: 'There is no site in openapi.',
    },
    {
      name: 'two ways to say what to preview',
      given: ['preview', '--sandbox', '--out', 'x'],
      want: '--sandbox builds a site of its own',
    },
    { name: 'sandbox of nothing', given: ['sandbox', 'gone.yaml'], want: 'There is no file or folder gone.yaml.' },
  ];
  for (const { name, given, want } of table) {
    it(name, async () => {
      const { code, err, out } = await run(given);
      expect(err).toContain(want);
      expect(code).toBe(2);
      expect(out).toBe('');
    });
  }

  it('no command at all shows the commands', async () => {
    const { code, out, err } = await run([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: curlew COMMAND');
  });

  it('descriptions in folders below are named', async () => {
    const files = { 'apis/pets/openapi.yaml': API, 'apis/shop/v1/openapi.yaml': API };
    for (const command of ['build', 'check', 'dev', 'doctor', 'sandbox']) {
      const { code, err } = await run([command], files);
      expect(err).toContain(
        'This folder is no project: it has none of openapi, docs, public, astro.config.mjs, and holds no description. There are descriptions in folders below it, such as apis/pets/openapi.yaml, apis/shop/v1/openapi.yaml. Name one of them, or put the folders into a folder openapi/.',
      );
      expect(code).toBe(2);
    }
    expect((await run(['sample', 'apis', 'x', '--lang', 'shell'], files)).err).toContain(
      'apis is a folder. Name a description in it, such as apis/pets/openapi.yaml.',
    );
  });

  it('a project without a description has no sandbox', async () => {
    const { code, err } = await run(['sandbox'], { 'docs/a.mdx': '' });
    expect([code, err.split('\n')[0]]).toEqual([2, 'There is no OpenAPI description in this folder.']);
  });
});

describe('help', () => {
  for (const name of [
    'init',
    'import',
    'dev',
    'build',
    'preview',
    'check',
    'sandbox',
    'sample',
    'doctor',
    'diff',
    'texts',
  ]) {
    it(`of ${name} shows usage, every option and examples`, async () => {
      const { code, out } = await run([name, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`Usage: curlew ${name} `);
      expect(out).toContain('--help');
      expect(out.split('Examples:\n')[1]).toContain(`curlew ${name}`);
      expect(await run(['help', name])).toEqual({ code, out, err: '' });
    });
  }

  it('lists the commands', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const name of ['init', 'check', 'sample']) expect(out).toContain(`\n  ${name} `);
  });
});

describe('version', () => {
  const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'));
  for (const name of ['--version', '-v']) {
    it(`${name} prints the one of package.json`, async () => {
      expect(await run([name])).toEqual({ code: 0, out: version, err: '' });
    });
  }

  it('is named in the help', async () => {
    expect((await run(['--help'])).out).toContain('curlew --version');
  });
});

describe('a broken description', () => {
  const broken = { 'openapi/pets.yaml': `${API}tags: pets\n`, 'docs/a.mdx': '' };
  const want = 'openapi/pets.yaml:4:7  error  wrong-type\n  "tags" has to be a list, but it is the text "pets".';

  it('starts no sandbox', async () => {
    const { code, err, out } = await run(['sandbox'], broken);
    expect(err).toContain(want);
    expect([code, out]).toEqual([1, '']);
  });

  it('starts no preview with a sandbox', async () => {
    const { code, err, out } = await run(['preview', '--sandbox'], broken);
    expect(err).toContain(want);
    expect([code, out]).toEqual([1, '']);
  });
});

it('a sandbox starts, says where, and stops', async () => {
  const { code, out } = await run(['sandbox', '--port', '0', '--key', 'k1']);
  expect(out).toMatch(/^Sandbox of Pets: http:\/\/127\.0\.0\.1:\d+ \(its key is k1\)$/m);
  expect(code).toBe(0);
});

it('what the system refuses is told without a trace and is no fault of ours', async () => {
  const root = writeProject({});
  symlinkSync('circle.yaml', join(root, 'circle.yaml'));
  const { code, err } = await runMain(['check', 'circle.yaml'], root);
  expect([code, err]).toEqual([1, `${join(root, 'circle.yaml')} can't be used: its symbolic links lead in a circle.`]);
});

it('a fault of ours shows its trace, asks for a report and exits with 70', async () => {
  const err: string[] = [];
  const code = await main(['build', '--help'], {
    folder: '/',
    print: () => {
      throw new Error('broken pipe of a test');
    },
    note: (line) => err.push(line),
    stop: AbortSignal.abort(),
  });
  expect(code).toBe(70);
  expect(err.join('\n')).toMatch(/Error: broken pipe of a test\n {4}at .*\n[\s\S]*Please report it/);
});

describe('as a process', () => {
  it('wrong usage goes to standard error, with exit code 2', async () => {
    const { code, out, err } = await runCli(['biuld'], writeProject({}));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('There is no command "biuld". Did you mean "build"?\ncurlew --help shows how it is used.\n');
  });

  it('the sandbox ends by Ctrl-C with exit code 0', async () => {
    const root = writeProject({ 'openapi/pets.yaml': API });
    const { code, out } = await runCli(['sandbox', '--port', '0'], root, (text, stop) => {
      if (text.includes('Ctrl-C')) stop();
    });
    expect(out).toContain('any key is let in');
    expect(code).toBe(0);
  });

  it('a broken description fails the build, shows its frame, and leaves the site that was there', async () => {
    const integration = resolve(import.meta.dirname, '../site/integration.ts');
    const root = writeProject({
      'openapi/pets.yaml': `${API}tags: pets\n`,
      'astro.config.mjs': `import curlew from ${JSON.stringify(integration)};\nexport default { integrations: [curlew()] };\n`,
      'dist/index.html': 'before',
      'dist/_curlew/text/en.json': '{}',
    });
    const { code, err } = await runCli(['build'], root);
    expect(err).toContain(`openapi/pets.yaml:4:7  error  wrong-type
  "tags" has to be a list, but it is the text "pets".
    4 | tags: pets
      |       ^^^^
  Fix: Start each item with "- ", or use [ ].`);
    expect(err).toContain('1 error, 0 warnings');
    expect(err).toContain('Nothing was written');
    expect(err).not.toContain('    at ');
    expect(code).toBe(1);
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('before');
    expect(readdirSync(root).filter((name) => name.startsWith('.dist'))).toEqual([]);
  });
});
