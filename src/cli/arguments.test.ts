import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments.ts';
import { defineCommand } from './command.ts';
import { commandHelp } from './help.ts';

const command = defineCommand({
  name: 'try',
  summary: 'Try it.',
  positionals: [
    { name: 'FILE', help: 'A file', required: true },
    { name: 'more', help: 'Something else' },
  ],
  options: {
    kind: { kind: 'choice', value: 'KIND', choices: ['a', 'b', 'c'], help: 'Which', required: true },
    form: { kind: 'choice', value: 'FORM', choices: ['only'], help: 'How', default: 'none' },
    add: { kind: 'list', value: 'TEXT', help: 'One more' },
    name: { kind: 'text', value: 'TEXT', help: 'A name' },
    port: { kind: 'port', help: 'A port' },
    fast: { kind: 'flag', help: 'Hurry' },
  },
  examples: ['curlew try x --kind a'],
  run: async () => 0,
});

describe('parseArguments', () => {
  const nothing = { form: undefined, add: [], name: undefined, port: undefined, fast: false };
  const table: { name: string; given: string[]; positionals?: string[]; options?: object }[] = [
    { name: 'the least', given: ['x', '--kind', 'a'] },
    { name: 'options before', given: ['--kind=a', 'x'] },
    {
      name: 'all of them',
      given: ['x', '--kind', 'b', 'y', '--fast', '--port', '0', '--name', 'n', '--form', 'only'],
      positionals: ['x', 'y'],
      options: { kind: 'b', fast: true, port: 0, name: 'n', form: 'only' },
    },
    {
      name: 'a list in its order',
      given: ['x', '--kind', 'a', '--add', '1', '--add=2', '--add', '1'],
      options: { add: ['1', '2', '1'] },
    },
    { name: 'a value with an equals sign', given: ['x', '--kind', 'a', '--name=a=b'], options: { name: 'a=b' } },
    {
      name: 'a value that begins like an option',
      given: ['x', '--kind', 'a', '--name=--fast'],
      options: { name: '--fast' },
    },
    { name: 'a negative number', given: ['x', '--kind', 'a', '--name', '-1'], options: { name: '-1' } },
    { name: 'everything after --', given: ['--kind', 'a', '--', '--x', '-y'], positionals: ['--x', '-y'] },
  ];
  for (const { name, given, positionals = ['x'], options } of table) {
    it(`takes ${name}`, () => {
      expect(parseArguments(given, command)).toEqual({
        positionals,
        options: { ...nothing, kind: 'a', ...options },
        help: false,
      });
    });
  }

  it.each([
    { given: ['--kind', 'a'], want: 'FILE is missing: curlew try FILE [more] --kind KIND [options]' },
    { given: ['x'], want: '--kind is missing; it takes a, b or c.' },
    { given: ['x', '--kind', 'd'], want: '--kind takes a, b or c, found "d".' },
    { given: ['x', '--kind', 'a', '--form', 'onyl'], want: '--form takes only, found "onyl". Did you mean "only"?' },
    { given: ['x', '--kind', 'a', '--kind', 'b'], want: '--kind is given twice.' },
    { given: ['x', '--kind', 'a', '--add'], want: '--add needs a value: --add TEXT' },
    { given: ['x', 'y', 'z', '--kind', 'a'], want: '"z" has no place here: curlew try FIL' },
    { given: ['x', '--kind', 'a\u202e'], want: '--kind takes a, b or c, found "a\\u{202E}".' },
  ])('refuses $given', ({ given, want }) => {
    expect(() => parseArguments(given, command)).toThrow(want);
  });

  it('misses nothing where help is asked for', () => {
    expect(parseArguments(['--help'], command).help).toBe(true);
    expect(parseArguments(['x', '-h'], command).help).toBe(true);
  });
});

it('help shows every argument and option', () => {
  expect(commandHelp(command)).toBe(`Try it.

Usage: curlew try FILE [more] --kind KIND [options]

  FILE    A file
  [more]  Something else

Options:
  --kind KIND  Which: a, b or c
  --form FORM  How: only (default: none)
  --add TEXT   One more; may be given again
  --name TEXT  A name
  --port N     A port
  --fast       Hurry
  --help       Show this text

Examples:
  curlew try x --kind a`);
});
