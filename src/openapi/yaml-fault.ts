import type { YAMLError } from 'yaml';
import type { TreeFault } from './tree-fault.ts';

interface Words {
  readonly message: string;
  readonly fix: string;
}

/** The parser's own sentences presume its grammar; these say what the author sees. */
const WORDS = new Map<string, Words>([
  ['TAB_AS_INDENT', { message: 'A tab indents this line.', fix: 'Indent with spaces; YAML forbids tabs here.' }],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    {
      message: 'A second `: ` follows on this line, or deeper lines follow a value.',
      fix: 'Put the value in quotes if it holds `: `; else check the indentation of the next lines.',
    },
  ],
  [
    'MULTILINE_IMPLICIT_KEY',
    { message: 'A key spans several lines here.', fix: 'Check the indentation and the quotes of this line.' },
  ],
  [
    'KEY_OVER_1024_CHARS',
    {
      message: 'This key has more than the 1,024 characters that YAML reads before a `:`.',
      fix: 'Shorten it, write `? ` before it and its `:` on a line of its own, or write the file as JSON.',
    },
  ],
  ['ALIAS_PROPS', { message: 'An anchor or a tag stands before an alias.', fix: 'Remove what stands before the `*`.' }],
  [
    'BAD_ALIAS',
    {
      message: 'An alias or an anchor has no name here, or one that ends with `:`.',
      fix: 'Name it, with a space before the `:` of a key; or put a text that starts with `*` or `&` in quotes.',
    },
  ],
  [
    'BAD_DIRECTIVE',
    { message: 'This line starts with `%` and is no directive of YAML.', fix: 'Put the text in quotes, or remove it.' },
  ],
  [
    'BAD_PROP_ORDER',
    {
      message: 'An anchor or a tag stands in the wrong place here.',
      fix: 'Write it right before its value, after the `-` or `:`.',
    },
  ],
  [
    'BLOCK_IN_FLOW',
    {
      message: 'A value with lines of its own stands inside brackets here.',
      fix: 'Write it in brackets or quotes too, or take the outer brackets away.',
    },
  ],
  ['MULTIPLE_ANCHORS', { message: 'A value has two anchors here.', fix: 'Keep one of them.' }],
  ['MULTIPLE_TAGS', { message: 'A value has two tags here.', fix: 'Keep one of them.' }],
  [
    'BAD_INDENT',
    {
      message: 'The indentation here fits nothing above, or a bracket above is not closed.',
      fix: 'Align the line with its neighbours, or close the bracket.',
    },
  ],
  ['BAD_SCALAR_START', { message: 'A plain value cannot start with this character.', fix: 'Put the value in quotes.' }],
  [
    'BAD_DQ_ESCAPE',
    {
      message: 'This is no escape that YAML has in double quotes.',
      fix: 'Write `\\\\` for a backslash, or use single quotes.',
    },
  ],
  [
    'UNEXPECTED_TOKEN',
    { message: 'This does not fit here.', fix: 'Check the indentation and the quotes of this line and the one above.' },
  ],
]);

const BRACKET = {
  message: 'A bracket stands in a value without quotes here, or closes nothing.',
  fix: 'Put the value in quotes if the bracket is part of it, as in a path with {id}; else remove it.',
};
const NO_COLON = {
  message: 'A key without a `:` after it stands here.',
  fix: 'Add `:` and a value; or indent the line, if it continues the text above.',
};
const NO_QUOTE = {
  message: 'The text that starts here has no closing quote.',
  fix: 'Close the quotes where the text ends.',
};

/** Once the parser takes a document to be over, it can't read a line of what follows: all that is told of it is one fault. */
export function withoutEchoes(errors: readonly YAMLError[]): YAMLError[] {
  const isAfterEnd = ({ message }: YAMLError): boolean => message.includes('token in YAML stream');
  const first = errors.find(isAfterEnd);
  return errors.filter((error) => error === first || !isAfterEnd(error));
}

/** The fault in our words; a rare one keeps the parser's sentence. */
export function describeYamlError(error: YAMLError): TreeFault {
  const [start, end] = error.pos;
  const missing = error.message.startsWith('Missing closing') ? NO_QUOTE : NO_COLON;
  const isBracket = /^Unexpected flow-(?:map|seq)-(?:start|end)\b/.test(error.message);
  const words = isBracket ? BRACKET : error.code === 'MISSING_CHAR' ? missing : WORDS.get(error.code);
  return {
    code: 'yaml-syntax',
    severity: 'error',
    message: words?.message ?? `YAML can't be read here: ${error.message}.`,
    fix: words?.fix ?? 'Check the indentation and the quotes of this line and the one above.',
    span: { start, end },
  };
}
