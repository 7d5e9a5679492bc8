import { visibleText } from '../../diagnostics/visible-text.ts';
import type { ValueProblem } from '../../request/values.ts';

/** Says why a request can't be sent, and what to do on the command line. */
export function problemText({ code, field, found = '' }: ValueProblem): string {
  const name = 'name' in field ? visibleText(field.name) : '';
  const value = `"${visibleText(found)}"`;
  switch (code) {
    case 'required-missing':
      return field.kind === 'body'
        ? 'The operation needs a body: --body JSON'
        : `The parameter "${name}" needs a value: --param ${name}=VALUE`;
    case 'path-empty':
      return `The parameter "${name}" stands in the path, so it can't be empty.`;
    case 'path-dots':
      return `The parameter "${name}" stands in the path, where clients take "." and ".." away.`;
    case 'header-name':
      return `"${name}" is no name of a header.`;
    case 'header-value':
      return `The header "${name}" can't hold ${value}: line breaks and characters outside Latin-1 have no place there.`;
    case 'cookie-value':
      return `The cookie "${name}" can't hold ${value}: a semicolon would begin another one.`;
    case 'no-form-for-shape':
      return field.kind === 'body'
        ? `The property ${value} of the form can't hold that: its style has no form for such a value.`
        : `The parameter "${name}" can't hold ${value}: its style has no form for such a value.`;
    case 'not-json':
      return field.kind === 'body'
        ? `The body is no valid JSON (line ${found.replace(':', ', column ')}).`
        : `The parameter "${name}" takes JSON, found ${value}.`;
    case 'body-shape':
      return `The body takes a JSON object, whose members become the parts, found ${value}.`;
    case 'file-missing':
      return `The body needs the file ${value}.`;
    case 'server-variable':
      return `The server's address has {${name}}, which has no usable value. Give the whole address with --server.`;
    case 'server-invalid':
      return `The server ${value} is no whole address of http or https. Give one with --server.`;
    case 'server-user-info':
      return "The server's address holds a user name or a password. Give another one with --server.";
    case 'method-forbidden':
      return `${value} is no method that can be sent.`;
    case 'body-on-get':
    case 'header-forbidden':
    case 'insecure-server':
      return `${value} can't be sent from a page.`;
  }
}
