/**
 * The guides of a new project.
 *
 * @param operation - the key of an operation to show, if there is one that MDX can hold as it is
 */
export function newGuides(title: string, operation: string | undefined): { index: string; start: string } {
  const sample = operation === undefined ? '' : `\n<Sample operation="${operation}" />\n`;
  const tryIt =
    operation === undefined
      ? `Open an operation of the [reference](/reference/) and press **Send**.`
      : `Press **Send**. With the sandbox chosen, the answer is simulated and needs no key.

<TryIt operation="${operation}" />

A successful response looks like this:

<ResponseExample operation="${operation}" />`;
  return {
    index: `---
title: ${title}
description: What the API does and how to start with it. Every request can be run in the page.
---

Say here what your API does and for whom. This page is \`docs/index.mdx\`.
${sample}
<Cards>
  <Card title="Quick start" href="/start/">From nothing to the first answer.</Card>
  <Card title="Reference" href="/reference/">Every operation with its parameters, samples and answers.</Card>
</Cards>
`,
    start: `---
title: Quick start
description: Get a key, send the first request and read its response.
order: 1
---

## Get a key

Say here where readers get a key, and where they should keep it. The samples read it from the environment.

## Send the first request

${tryIt}

## Next steps

Add a page: every file in \`docs/\` is one. [Writing guides](/writing/) shows what it can have, from tabs to samples of an operation.
`,
  };
}

/** Keys that stand between quotes in MDX as they are: what a description holds is not ours to trust. */
export function isPlainKey(key: string): boolean {
  return /^(?:[A-Z]+ )?[\w./{}-]+$/.test(key);
}
