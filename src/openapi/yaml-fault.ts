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

const NO_COLON = {
  message: 'A key without a `:` after it stands here.',
  fix: 'Add `:` and a value; or indent the line, if it continues the text above.',
};
const NO_QUOTE = {
  message: 'The text that starts here has no closing quote.',
  fix: 'Close the quotes where the text ends.',
};

/** The fault in our words; a rare one keeps the parser's sentence. */
export function describeYamlError(error: YAMLError): TreeFault {
  const [start, end] = error.pos;
  const missing = error.message.startsWith('Missing closing') ? NO_QUOTE : NO_COLON;
  const words = error.code === 'MISSING_CHAR' ? missing : WORDS.get(error.code);
  return {
    code: 'yaml-syntax',
    severity: 'error',
    message: words?.message ?? `YAML can't be read here: ${error.message}.`,
    ...(words ? { fix: words.fix } : {}),
    span: { start, end },
  };
}
