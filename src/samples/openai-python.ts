import type { Operation } from '../model/operation.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { type AzureCall, azureCall, choicesOf, isBatch } from './azure-openai.ts';
import { printValue } from './literal.ts';
import { PYTHON } from './python.ts';
import { quotePython } from './quote.ts';

const COMMON = ['n', 'stop', 'user', 'top_p', 'stream', 'logprobs', 'max_tokens', 'logit_bias', 'temperature'];
const PENALTIES = ['presence_penalty', 'frequency_penalty'];

/** The arguments that the library's methods name; any other field of the body goes into `extra_body`. */
const NAMED: { readonly [method in AzureCall['method']]: readonly string[] } = {
  chat: [
    'messages',
    ...COMMON,
    ...PENALTIES,
    'functions',
    'function_call',
    'tools',
    'tool_choice',
    'response_format',
    'seed',
  ],
  completions: ['prompt', 'suffix', 'echo', 'best_of', 'seed', ...COMMON, ...PENALTIES],
  embeddings: ['input', 'user', 'encoding_format', 'dimensions'],
};

const CALLS: { readonly [method in AzureCall['method']]: string } = {
  chat: 'client.chat.completions.create',
  completions: 'client.completions.create',
  embeddings: 'client.embeddings.create',
};

/**
 * A script with the official `openai` library of Python, version 1 and later.
 *
 * @returns nothing when the library has no method for the request
 */
export function printOpenAiPython(request: HttpRequest, operation: Operation): string | undefined {
  const call = azureCall(request, operation);
  if (!call) return undefined;
  const named = call.fields.filter((field) => NAMED[call.method].includes(field.key));
  const extra = call.fields.filter((field) => !NAMED[call.method].includes(field.key));
  const rows = [
    `model=${quotePython(call.deployment)}`,
    ...named.map(({ key, value }) => `${key}=${printValue(value, PYTHON, '    ', key.length + 5)}`),
    ...(extra.length > 0
      ? [
          `extra_body={\n${extra.map(({ key, value }) => `        ${quotePython(key)}: ${printValue(value, PYTHON, '        ', key.length + 12)},\n`).join('')}    }`,
        ]
      : []),
  ];
  return `import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=${quotePython(call.endpoint)},
    api_key=os.environ["${call.credential.variable}"],
    api_version=${quotePython(call.apiVersion)},
)

${result(call, request)} = ${CALLS[call.method]}(
${rows.map((row) => `    ${row},\n`).join('')})
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
      ? 'for item in response.data:\n    print(item.index, item.embedding[:5])'
      : 'print(response.data[0].embedding[:5])';
  }
  if (request.stream) {
    const piece = call.method === 'chat' ? 'choice.delta.content' : 'choice.text';
    const print = many ? `print(choice.index, ${piece}, flush=True)` : `print(${piece}, end="", flush=True)`;
    return `for chunk in stream:\n    for choice in chunk.choices:\n        if ${piece}:\n            ${print}${many ? '' : '\nprint()'}`;
  }
  return many
    ? `for choice in completion.choices:\n    print(choice.index, choice.${text})`
    : `print(completion.choices[0].${text})`;
}
