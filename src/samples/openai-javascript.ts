import type { Operation } from '../model/operation.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { type AzureCall, azureCall, choicesOf, isBatch } from './azure-openai.ts';
import { JAVASCRIPT, propertyName } from './javascript.ts';
import { printValue } from './literal.ts';
import { quoteJavaScript } from './quote.ts';

const CALLS: { readonly [method in AzureCall['method']]: string } = {
  chat: 'client.chat.completions.create',
  completions: 'client.completions.create',
  embeddings: 'client.embeddings.create',
};

/**
 * An ES module with the official `openai` library of Node.
 *
 * @returns nothing when the library has no method for the request
 */
export function printOpenAiJavaScript(request: HttpRequest, operation: Operation): string | undefined {
  const call = azureCall(request, operation);
  if (!call) return undefined;
  const rows = [
    `model: ${quoteJavaScript(call.deployment)}`,
    ...call.fields.map(({ key, value }) => {
      const name = propertyName(key);
      return `${name}: ${printValue(value, JAVASCRIPT, '  ', name.length + 4)}`;
    }),
  ];
  return `import { AzureOpenAI } from 'openai';

const client = new AzureOpenAI({
  endpoint: ${quoteJavaScript(call.endpoint)},
  apiKey: process.env.${call.credential.variable},
  apiVersion: ${quoteJavaScript(call.apiVersion)},
});

const ${result(call, request)} = await ${CALLS[call.method]}({
${rows.map((row) => `  ${row},\n`).join('')}});
${shown(call, request)}`;
}

function result(call: AzureCall, request: HttpRequest): string {
  if (request.stream) return 'stream';
  return call.method === 'embeddings' ? 'response' : 'completion';
}

function shown(call: AzureCall, request: HttpRequest): string {
  const many = choicesOf(call) > 1;
  const text = call.method === 'chat' ? 'message.content' : 'text';
  if (call.method === 'embeddings') {
    return isBatch(call)
      ? 'for (const item of response.data) console.log(item.index, item.embedding.slice(0, 5));'
      : 'console.log(response.data[0].embedding.slice(0, 5));';
  }
  if (request.stream) {
    const piece = call.method === 'chat' ? 'choice.delta.content' : 'choice.text';
    const print = many ? `if (${piece}) console.log(choice.index, ${piece});` : `process.stdout.write(${piece} ?? '');`;
    return `for await (const chunk of stream) {\n  for (const choice of chunk.choices) ${print}\n}`;
  }
  return many
    ? `for (const choice of completion.choices) console.log(choice.index, choice.${text});`
    : `console.log(completion.choices[0].${text});`;
}
