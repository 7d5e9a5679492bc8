import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // The standard allows any id without spaces: headings keep theirs in Chinese, older pages had some with digits first.
    'valid-id': ['error', { relaxed: true }],
    // A list of values is named by what it lists, which every element with a place in the tree of access may be.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
});

/** What is wrong with the markup of a page: `rule line:column message`. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column, message }) => `${ruleId} ${line}:${column} ${message}`),
  );
}
