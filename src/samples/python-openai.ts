import type { Operation } from '../model/operation.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { type AzureCall, azureCall, isDouble, methodName, resultName, type Showing, shown } from './azure-openai.ts';
import { lines } from './dialect.ts';
import { type LiteralSyntax, printEntries, printValue, survives } from './literal.ts';
import { PYTHON, quotePython } from './literal-syntax.ts';

const COMMON = ['n', 'stop', 'user', 'seed', 'top_p', 'stream', 'stream_options', 'logprobs', 'max_tokens'];
const WEIGHTS = ['temperature', 'presence_penalty', 'frequency_penalty', 'logit_bias'];
const TOOLS = ['tools', 'tool_choice', 'parallel_tool_calls', 'functions', 'function_call'];

/**
 * The arguments that the library's methods have had for years. Any other field goes into `extra_body`, which
 * is sent alike: a name that an older library doesn't know would be a `TypeError`.
 */
const NAMED: { readonly [method in AzureCall['method']]: readonly string[] } = {
  chat: ['messages', 'response_format', 'top_logprobs', 'max_completion_tokens', ...TOOLS, ...COMMON, ...WEIGHTS],
  completions: ['prompt', 'suffix', 'echo', 'best_of', ...COMMON, ...WEIGHTS],
  embeddings: ['input', 'user', 'encoding_format', 'dimensions'],
};

/** The client serialises: values count, their spelling doesn't. Integers are exact whatever their size. */
const VALUES: LiteralSyntax = { ...PYTHON, keepsNumber: (text) => PYTHON.keepsNumber(text) || isDouble(text) };

/**
 * A script with the official `openai` library of Python, version 1 and later.
 *
 * @returns nothing when the library has no method for the request, or Python no such values
 */
export function print(request: HttpRequest, operation: Operation): string | undefined {
  const call = azureCall(request, operation);
  if (!call?.fields.every(({ key, value }) => VALUES.keepsKey(key) && survives(value, VALUES))) return undefined;
  const isNamed = ({ key }: AzureCall['fields'][number]): boolean => NAMED[call.method].includes(key);
  const extra = call.fields.filter((field) => !isNamed(field));
  const rows = [
    `model=${quotePython(call.deployment)}`,
    ...call.fields
      .filter(isNamed)
      .map(({ key, value }) => `${key}=${printValue(value, VALUES, '    ', key.length + 5)}`),
    ...(extra.length > 0 ? [`extra_body=${printEntries(extra, VALUES, '    ', 15)}`] : []),
  ];
  return `${'value' in call.key ? '' : 'import os\n\n'}from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=${quotePython(call.endpoint)},
    api_key=${'value' in call.key ? quotePython(call.key.value) : `os.environ["${call.key.variable}"]`},
    api_version=${quotePython(call.apiVersion)},
)

${resultName(call)} = ${methodName(call)}(
${lines(rows)})
${shown(call, SHOW)}`;
}

const SHOW: Showing = {
  vectors: 'for item in response.data:\n    print(item.index, item.embedding[:5])',
  vector: 'print(response.data[0].embedding[:5])',
  // Some chunks hold no choice, and some choices no text.
  stream: (piece, isNumbered) => `for chunk in stream:
    for choice in chunk.choices:
        if ${piece}:
            print(${isNumbered ? `choice.index, ${piece}, flush=True)` : `${piece}, end="", flush=True)\nprint()`}`,
  choices: (parts) => `for choice in completion.choices:\n    print(choice.index, ${parts})`,
  choice: (part) => `print(${part})`,
};
