import type { HttpRequest } from '../request/http-request.ts';
import { acceptsEvents } from './dialect.ts';
import { printClient } from './java-http-client.ts';
import { indentText, isVisible, quoteDouble, quoteLines } from './quote.ts';

/** A raw string knows no escapes, but expressions. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is for Kotlin
const DOLLAR = "${'$&'}";

/** A Kotlin program with `java.net.http`; secrets come from the environment, an error status throws. */
export function print(request: HttpRequest): string | undefined {
  const program = printClient(request, {
    indent: '    ',
    variable: 'val',
    end: '',
    quote,
    quoteText,
    utf8: () => 'Charsets.UTF_8',
    toBytes: () => 'toByteArray()',
    answer,
  });
  return program && `${program.imports}\nfun main() {\n${program.statements}}`;
}

function quote(text: string): string {
  return quoteDouble(text, undefined, /[\\"$]/g);
}

/** A raw string where quotes or newlines ask for one, and it can hold the text. */
function quoteText(text: string, indent: string): string {
  if (!/["\\\n]/.test(text)) return quote(text);
  if (!/^[^\s"]/.test(text) || /"""|"$/.test(text) || !isVisible(text)) {
    return quoteLines(text, quote).join(` +\n${indent}    `);
  }
  const raw = text.replace(/\$(?=[\p{L}_{`])/gu, DOLLAR);
  return text.includes('\n') ? `"""${indentText(raw, `${indent}    `)}\n${indent}""".trimIndent()` : `"""${raw}"""`;
}

function answer(request: HttpRequest): string {
  const { method, stream } = request;
  const text = stream ? 'response.body().toList().joinToString("\\n")' : 'response.body()';
  return `    check(response.statusCode() < 400) { "\${response.statusCode()} \${${text}}" }
    ${
      stream
        ? `response.body().use { lines ->
        lines.${
          acceptsEvents(request)
            ? `filter { it.startsWith("data:") }
            .map { it.substring(5).trim() }
            .takeWhile { it != "[DONE]" }`
            : 'filter { it.isNotEmpty() }'
        }
            .forEach { println(it) }
    }`
        : `println(response.${method === 'HEAD' ? 'headers().map' : 'body'}())`
    }
`;
}
