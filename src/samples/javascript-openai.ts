import type { Operation } from '../model/operation.ts';
import type { HttpRequest } from '../request/http-request.ts';
import {
  type AzureCall,
  azureCall,
  hasChoices,
  isDouble,
  isList,
  isStreamed,
  METHODS,
  resultName,
  shownParts,
} from './azure-openai.ts';
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

const ${resultName(call)} = await ${METHODS[call.method]}({
${lines(rows, '  ')}});
${shown(call)}`;
}

function shown(call: AzureCall): string {
  if (call.method === 'embeddings') {
    return isList(call, 'input')
      ? 'for (const item of response.data) console.log(item.index, item.embedding.slice(0, 5));'
      : 'console.log(response.data[0].embedding.slice(0, 5));';
  }
  if (isStreamed(call)) {
    const piece = call.method === 'chat' ? 'choice.delta.content' : 'choice.text';
    return hasChoices(call)
      ? loop(`{\n    if (${piece}) console.log(choice.index, ${piece});\n  }`)
      : `${loop(`process.stdout.write(${piece} ?? '');`)}\nprocess.stdout.write('\\n');`;
  }
  const parts = shownParts(call);
  return hasChoices(call)
    ? `for (const choice of completion.choices) console.log(choice.index, ${parts.map((part) => `choice.${part}`).join(', ')});`
    : parts.map((part) => `console.log(completion.choices[0].${part});`).join('\n');
}

/** Some chunks hold no choice. */
function loop(each: string): string {
  return `for await (const chunk of stream) {\n  for (const choice of chunk.choices) ${each}\n}`;
}
