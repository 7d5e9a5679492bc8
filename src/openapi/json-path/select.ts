import { jsonpath, TokenKind } from 'json-p3';
import type { JsonNode } from '../../model/json-text.ts';
import { canonicalJson } from '../../schema/canonical.ts';
import { compareDecimals, parseDecimal } from '../../schema/decimal.ts';
import { childOnce, entries, items, type Spot, step } from '../spot.ts';
import { matchesPattern, parsePattern } from './i-regexp.ts';
import type { JsonPath } from './parse.ts';

type Segments = JsonPath['segments'];
type Selector = Segments[number]['selectors'][number];
type Expression = InstanceType<typeof jsonpath.expressions.FilterExpression>;
/** What a filter compares; nothing is the standard's Nothing. */
type Value = JsonNode | undefined;

const { FilterSelector, IndexSelector, NameSelector, SliceSelector, WildcardSelector } = jsonpath.selectors;
const {
  BooleanLiteral,
  FilterQuery,
  FunctionExtension,
  InfixExpression,
  LogicalExpression,
  NullLiteral,
  NumberLiteral,
  PrefixExpression,
  RootQuery,
  StringLiteral,
} = jsonpath.expressions;

const AT = { start: 0, end: 0 };

/** How many values queries may still look at. A filter within a filter can look at every pair and triple. */
export interface Budget {
  steps: number;
}

class TooCostly extends Error {}

function numberNode(value: number): JsonNode {
  return { kind: 'number', text: String(value), ...AT };
}

/** By Unicode scalar values: UTF-16 units would put emoji before `U+FFFD`. */
function isTextBefore(a: string, b: string): boolean {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((char, index) => char !== right[index]);
  if (at < 0) return left.length < right.length;
  return (left[at]?.codePointAt(0) ?? 0) < (right[at]?.codePointAt(0) ?? -1);
}

function isBefore(a: Value, b: Value): boolean {
  if (a?.kind === 'string' && b?.kind === 'string') return isTextBefore(a.value, b.value);
  if (a?.kind !== 'number' || b?.kind !== 'number') return false;
  const [left, right] = [parseDecimal(a.text), parseDecimal(b.text)];
  return left !== undefined && right !== undefined && compareDecimals(left, right) < 0;
}

/**
 * One query over one tree. json-p3 would want the tree as plain objects, which lose positions and exact
 * numbers, and knows no limit; so its syntax tree is walked here.
 */
class Walk {
  readonly root: Spot;
  readonly budget: Budget;

  constructor(root: Spot, budget: Budget) {
    this.root = root;
    this.budget = budget;
  }

  readonly spend = (steps: number): void => {
    this.budget.steps -= steps;
    if (this.budget.steps < 0) throw new TooCostly();
  };

  /** The nodes in the standard's order, each as often as the query reaches it. */
  *query(from: Spot, segments: Segments, at = 0): Generator<Spot> {
    const segment = segments[at];
    if (!segment) {
      yield from;
      return;
    }
    for (const spot of segment.token.kind === TokenKind.DDOT ? this.descend(from) : [from]) {
      for (const selector of segment.selectors) {
        for (const found of this.select(spot, selector)) yield* this.query(found, segments, at + 1);
      }
    }
  }

  *descend(from: Spot): Generator<Spot> {
    const stack = [from];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      yield top;
      for (const one of this.children(top).reverse()) stack.push(one);
    }
  }

  children(spot: Spot): Spot[] {
    const found = spot.node.kind === 'array' ? items(spot) : entries(spot).map(({ value }) => value);
    this.spend(found.length + 1);
    return found;
  }

  select(spot: Spot, selector: Selector): Spot[] {
    this.spend(1);
    if (selector instanceof NameSelector) return present(childOnce(spot, selector.name));
    if (selector instanceof WildcardSelector) return this.children(spot);
    if (selector instanceof FilterSelector) {
      return this.children(spot).filter((one) => this.test(selector.expression, one));
    }
    if (spot.node.kind !== 'array') return [];
    const { length } = spot.node.items;
    if (selector instanceof IndexSelector) {
      const index = selector.index < 0 ? length + selector.index : selector.index;
      return present(step(spot, String(index)));
    }
    if (selector instanceof SliceSelector) {
      return slice(length, selector).flatMap((index) => present(step(spot, String(index))));
    }
    throw new Error(`json-p3 has a selector that is not known here: ${selector}`);
  }

  test(expression: Expression, at: Spot): boolean {
    if (expression instanceof LogicalExpression) return this.test(expression.expression, at);
    if (expression instanceof PrefixExpression) return !this.test(expression.right, at);
    if (expression instanceof FilterQuery) return !this.follow(expression, at).next().done;
    if (expression instanceof FunctionExtension) return this.testPattern(expression, at);
    if (!(expression instanceof InfixExpression)) {
      throw new Error(`json-p3 has an expression that is not known here: ${expression}`);
    }
    const { left, operator, right } = expression;
    if (operator === '&&') return this.test(left, at) && this.test(right, at);
    if (operator === '||') return this.test(left, at) || this.test(right, at);
    return this.compare(this.value(left, at), operator, this.value(right, at));
  }

  follow(query: InstanceType<typeof FilterQuery>, at: Spot): Generator<Spot> {
    return this.query(query instanceof RootQuery ? this.root : at, query.path.segments);
  }

  compare(a: Value, operator: string, b: Value): boolean {
    switch (operator) {
      case '==':
        return this.isEqual(a, b);
      case '!=':
        return !this.isEqual(a, b);
      case '<':
        return isBefore(a, b);
      case '<=':
        return isBefore(a, b) || this.isEqual(a, b);
      case '>':
        return isBefore(b, a);
      default:
        return isBefore(b, a) || this.isEqual(a, b);
    }
  }

  isEqual(a: Value, b: Value): boolean {
    if (a === undefined || b === undefined) return a === b;
    if (a.kind !== b.kind) return false;
    this.spend(Math.max(0, a.end - a.start) + Math.max(0, b.end - b.start));
    return canonicalJson(a) === canonicalJson(b);
  }

  value(expression: Expression, at: Spot): Value {
    if (expression instanceof StringLiteral) return { kind: 'string', value: expression.value, ...AT };
    if (expression instanceof NumberLiteral) return numberNode(expression.value);
    if (expression instanceof BooleanLiteral) return { kind: 'boolean', value: expression.value, ...AT };
    if (expression instanceof NullLiteral) return { kind: 'null', ...AT };
    if (expression instanceof FilterQuery) return this.only(expression, at);
    if (expression instanceof FunctionExtension) return this.call(expression, at);
    throw new Error(`json-p3 has a value that is not known here: ${expression}`);
  }

  /** The value of the one node that a query finds; nothing when it finds none or several. */
  only(query: InstanceType<typeof FilterQuery>, at: Spot): Value {
    const found = this.follow(query, at);
    const first = found.next();
    return first.done || !found.next().done ? undefined : first.value.node;
  }

  call({ name, args }: InstanceType<typeof FunctionExtension>, at: Spot): Value {
    const [given] = args;
    if (name === 'length') return given && lengthOf(this.value(given, at));
    if (!(given instanceof FilterQuery)) return undefined;
    if (name === 'value') return this.only(given, at);
    let count = 0;
    for (const _ of this.follow(given, at)) count += 1;
    return numberNode(count);
  }

  testPattern({ name, args }: InstanceType<typeof FunctionExtension>, at: Spot): boolean {
    const [text, pattern] = args.map((given) => this.value(given, at));
    if (text?.kind !== 'string' || pattern?.kind !== 'string') return false;
    const parsed = parsePattern(pattern.value);
    return parsed !== undefined && matchesPattern(parsed, text.value, { part: name === 'search', spend: this.spend });
  }
}

function present(spot: Spot | undefined): Spot[] {
  return spot ? [spot] : [];
}

function lengthOf(value: Value): Value {
  if (value?.kind === 'string') return numberNode([...value.value].length);
  if (value?.kind === 'array') return numberNode(value.items.length);
  if (value?.kind === 'object') return numberNode(value.entries.length);
  return undefined;
}

/** The indexes that a slice takes, in its order. RFC 9535, section 2.3.4.2.2. */
function slice(length: number, given: { start?: number; stop?: number; step?: number }): number[] {
  const by = given.step ?? 1;
  if (by === 0) return [];
  const place = (index: number): number => (index < 0 ? length + index : index);
  const clamp = (index: number, low: number, high: number): number => Math.min(Math.max(index, low), high);
  const found: number[] = [];
  if (by > 0) {
    const end = clamp(place(given.stop ?? length), 0, length);
    for (let at = clamp(place(given.start ?? 0), 0, length); at < end; at += by) found.push(at);
    return found;
  }
  const end = given.stop === undefined ? -1 : clamp(place(given.stop), -1, length - 1);
  for (let at = clamp(place(given.start ?? length - 1), -1, length - 1); at > end; at += by) found.push(at);
  return found;
}

/**
 * The nodes that a query finds in a tree, each once, in the standard's order.
 *
 * @param budget - what is left of it afterwards stays for the next query
 * @returns nothing when the budget doesn't suffice
 * @see RFC 9535
 */
export function selectSpots(path: Pick<JsonPath, 'segments'>, root: Spot, budget: Budget): Spot[] | undefined {
  const found = new Map<string, Spot>();
  try {
    for (const spot of new Walk(root, budget).query(root, path.segments)) {
      if (!found.has(spot.pointer)) found.set(spot.pointer, spot);
    }
  } catch (error) {
    if (error instanceof TooCostly) return undefined;
    throw error;
  }
  return [...found.values()];
}
