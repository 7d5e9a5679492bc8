/** A small description with something wrong in it. */
export interface Fault {
  readonly name: string;
  /** By path; the first is the description itself. */
  readonly files: { readonly [path: string]: string | Uint8Array };
  /** Every finding, in the order of printing: `severity code line:column`, with the file where it is another one. */
  readonly want: readonly string[];
}

export function yaml(name: string, text: string, want: readonly string[]): Fault {
  return { name, files: { 'api.yaml': text }, want };
}

export function json(name: string, text: string, want: readonly string[]): Fault {
  return { name, files: { 'api.json': text }, want };
}

export function files(name: string, parts: Fault['files'], want: readonly string[]): Fault {
  return { name, files: parts, want };
}

const INFO = 'info: { title: T, version: "1" }\n';

/** Two lines that each version starts with. */
export const V20 = `swagger: "2.0"\n${INFO}`;
export const V30 = `openapi: 3.0.4\n${INFO}`;
export const V31 = `openapi: 3.1.1\n${INFO}`;
export const V32 = `openapi: 3.2.0\n${INFO}`;

/** Responses in which nothing is wrong. */
export const OK = 'responses: { "200": { description: Fine } }';

/** One operation, `GET /a`, from line 3 on: the lines are indented by six. */
export function operation(head: string, ...lines: readonly string[]): string {
  return `${head}paths:\n  /a:\n    get:\n${[...lines, OK].map((line) => `      ${line}\n`).join('')}`;
}

/** One schema, from line 8 on, in a description that uses it: the lines are indented by six. */
export function schema(head: string, ...lines: readonly string[]): string {
  const use = `paths:\n  /a:\n    get: { responses: { "200": { description: Fine, content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } } }\n`;
  return `${head}${use}components:\n  schemas:\n    A:\n${lines.map((line) => `      ${line}\n`).join('')}`;
}
