import type { Operation } from '../model/operation.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { azureCall, isDouble, methodName, resultName, type Showing, shown } from './azure-openai.ts';
import { lines } from './dialect.ts';
import { type LiteralSyntax, printValue, survives } from './literal.ts';
import { JAVASCRIPT, propertyName, quoteJavaScript } from './literal-syntax.ts';

/** The client serialises: values count, their spelling and order don't. */
const VALUES: LiteralSyntax = { ...JAVASCRIPT, keepsNumber: isDouble, keepsKey: (name) => name !== '__proto__' };

/**
 * An ES module with the official `openai` library of Node.
 *
 * @returns nothing when the library has no method for the request, or JavaScript no such values
 */
export function print(request: HttpRequest, operation: Operation): string | undefined {
  const call = azureCall(request, operation);
  if (!call?.fields.every(({ key, value }) => VALUES.keepsKey(key) && survives(value, VALUES))) return undefined;
  const rows = [
    `model: ${quoteJavaScript(call.deployment)}`,
    ...call.fields.map(({ key, value }) => {
      const name = propertyName(key);
      return `${name}: ${printValue(value, VALUES, '  ', name.length + 4)}`;
    }),
  ];
  return `import { AzureOpenAI } from 'openai';

const client = new AzureOpenAI({
  endpoint: ${quoteJavaScript(call.endpoint)},
  apiKey: ${'value' in call.key ? quoteJavaScript(call.key.value) : `process.env.${call.key.variable}`},
  apiVersion: ${quoteJavaScript(call.apiVersion)},
});

const ${resultName(call)} = await ${methodName(call)}({
${lines(rows, '  ')}});
${shown(call, SHOW)}`;
}

const SHOW: Showing = {
  vectors: 'for (const item of response.data) console.log(item.index, item.embedding.slice(0, 5));',
  vector: 'console.log(response.data[0].embedding.slice(0, 5));',
  // Some chunks hold no choice.
  stream: (piece, isNumbered) => `for await (const chunk of stream) {
  for (const choice of chunk.choices) ${
    isNumbered
      ? `{\n    if (${piece}) console.log(choice.index, ${piece});\n  }\n}`
      : `process.stdout.write(${piece} ?? '');\n}\nprocess.stdout.write('\\n');`
  }`,
  choices: (parts) => `for (const choice of completion.choices) console.log(choice.index, ${parts});`,
  choice: (part) => `console.log(${part});`,
};
