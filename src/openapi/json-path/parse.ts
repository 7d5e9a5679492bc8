import { JSONPathEnvironment, JSONPathError, type JSONPathQuery, jsonpath, TokenKind } from 'json-p3';

/** A JSONPath query as json-p3 reads it; `selectSpots` applies it to our trees. */
export type JsonPath = JSONPathQuery;

export interface PathFault {
  /** A sentence. */
  readonly message: string;
  readonly fix?: string;
  /** Offset into the text of the query. */
  readonly offset: number;
}

type Segments = JsonPath['segments'];
type Expression = InstanceType<typeof jsonpath.expressions.FilterExpression>;

/** Parentheses nest no deeper than this, so the parser's recursion is bounded. */
const MAX_LENGTH = 1_000;
const SHORTHAND = /^[\p{ID_Start}_\u0080-\u{10ffff}][\w\u0080-\u{10ffff}]*$/u;

const environment = new JSONPathEnvironment();
const { NameSelector, FilterSelector } = jsonpath.selectors;
const { FilterQuery, FunctionExtension, InfixExpression, LogicalExpression, PrefixExpression } = jsonpath.expressions;

function inExpression(expression: Expression): PathFault | undefined {
  if (expression instanceof LogicalExpression) return inExpression(expression.expression);
  if (expression instanceof PrefixExpression) return inExpression(expression.right);
  if (expression instanceof InfixExpression) return inExpression(expression.left) ?? inExpression(expression.right);
  if (expression instanceof FilterQuery) return findShorthand(expression.path.segments);
  if (!(expression instanceof FunctionExtension)) return undefined;
  return expression.args.reduce<PathFault | undefined>((fault, part) => fault ?? inExpression(part), undefined);
}

/** A name after a dot that the standard wants in brackets, such as `x-note`: json-p3 takes it, others don't. */
function findShorthand(segments: Segments): PathFault | undefined {
  for (const selector of segments.flatMap((segment) => segment.selectors)) {
    if (selector instanceof NameSelector) {
      const { name, token } = selector;
      if (token.kind !== TokenKind.NAME || SHORTHAND.test(name)) continue;
      const message = `JSONPath allows no "-" in a name after a dot.`;
      return { message, fix: `Write ['${name}'] in place of .${name}`, offset: token.index };
    }
    const fault = selector instanceof FilterSelector ? inExpression(selector.expression) : undefined;
    if (fault) return fault;
  }
  return undefined;
}

/** json-p3 quotes the surroundings, which the frame of the diagnostic shows better, and names its tokens. */
function reword(message: string): string {
  const bare = message.replace(/ \('.*':\d+\)$/s, '').replaceAll(/'?TOKEN_([A-Z_]+)'?/g, (_, name: string) => {
    return `"${name.toLowerCase().replaceAll('_', ' ')}"`;
  });
  return bare.startsWith("can't backup") ? 'it ends too early' : bare;
}

/**
 * Reads a JSONPath query, strictly.
 *
 * @see RFC 9535
 */
export function parseJsonPath(text: string): { path: JsonPath } | { fault: PathFault } {
  if (text.length > MAX_LENGTH) {
    return { fault: { message: `A JSONPath of more than ${MAX_LENGTH} characters isn't read.`, offset: 0 } };
  }
  try {
    const path = environment.compile(text);
    const fault = findShorthand(path.segments);
    return fault ? { fault } : { path };
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    const message = `This is no JSONPath: ${reword(error.message)}.`;
    const offset = Math.max(0, Math.min(error.token.index, text.length));
    return { fault: { message, fix: "Write it as in $.paths['/pets'].get or $.tags[?@.name == 'Pets'].", offset } };
  }
}
