import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a stub notes its calls, one line of JSON each. */
const CALLS = 'calls.jsonl';

const PYTHON = `import json
from types import SimpleNamespace as Value


def AzureOpenAI(**settings):
    def method(name):
        def create(*, model, extra_body=None, **fields):
            call = {"settings": settings, "method": name, "model": model, "fields": {**fields, **(extra_body or {})}}
            with open("${CALLS}", "a") as file:
                file.write(json.dumps(call) + "\\n")
            choice = Value(index=0, text="", logprobs=None, message=Value(content=""), delta=Value(content=""))
            answer = Value(choices=[choice], data=[Value(index=0, embedding=[0.0])])
            return [answer] if fields.get("stream") else answer

        return Value(create=create)

    return Value(chat=Value(completions=method("chat")), completions=method("completions"), embeddings=method("embeddings"))
`;

const NODE = `import { appendFileSync } from 'node:fs';

export function AzureOpenAI(settings) {
  const method = (name) => ({
    async create({ model, ...fields }) {
      appendFileSync('${CALLS}', JSON.stringify({ settings, method: name, model, fields }) + '\\n');
      const choice = { index: 0, text: '', logprobs: null, message: { content: '' }, delta: { content: '' } };
      const answer = { choices: [choice], data: [{ index: 0, embedding: [0] }] };
      return fields.stream ? [answer] : answer;
    },
  });
  return { chat: { completions: method('chat') }, completions: method('completions'), embeddings: method('embeddings') };
}
`;

/** Puts stand-ins for the \`openai\` libraries of Python and Node beside samples: they note what they are handed. */
export function writeStubs(folder: string): void {
  writeFileSync(join(folder, 'openai.py'), PYTHON);
  const home = join(folder, 'node_modules/openai');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"name":"openai","type":"module","exports":"./index.js"}');
  writeFileSync(join(home, 'index.js'), NODE);
}

/** The calls that were noted, in order, as JSON texts. */
export function notedCalls(folder: string): string[] {
  return readFileSync(join(folder, CALLS), 'utf8').split('\n').filter(Boolean);
}
