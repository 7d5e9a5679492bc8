import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose, type Finding, quoteShort } from '../report.ts';
import { child, entries, items, placeOf, rootSpot, type Spot, textAt, textsOf } from '../spot.ts';
import type { Check, CheckInput } from './check.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];
const FORM = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/;

interface Part {
  /** As written here, a reference where it is one. */
  readonly at: Spot;
  readonly spot: Spot;
  readonly name: string;
}

function partsIn(owner: Spot, place: string, { written }: CheckInput): Part[] {
  const list = child(owner, 'parameters');
  return (list ? items(list) : []).flatMap((one): Part[] => {
    const spot = written.follow(one);
    if (!spot || textAt(spot, 'in') !== place) return [];
    return [{ at: child(one, '$ref') ?? child(one, 'name') ?? one, spot, name: textAt(spot, 'name') ?? '' }];
  });
}

function warn(spot: Spot, code: string, words: Pick<Finding, 'message' | 'fix'>): Diagnostic {
  return diagnose(spot, { code, severity: 'warning', ...words });
}

function repeatedFields(parts: readonly Part[]): Diagnostic[] {
  const seen = new Map<string, Part>();
  return parts.flatMap((part) => {
    const before = seen.get(part.name);
    seen.set(part.name, part);
    if (!before) return [];
    const line = placeOf(before.at).place.line;
    const message = `The formData parameter ${quoteShort(part.name)} is declared twice here, first in line ${line}; the last one counts.`;
    return warn(part.at, 'parameter-duplicate', { message, fix: 'Remove one of them.' });
  });
}

function ofOperation(item: Spot, operation: Spot, input: CheckInput): Diagnostic[] {
  const own = { body: partsIn(operation, 'body', input), form: partsIn(operation, 'formData', input) };
  const names = new Set(own.body.map(({ name }) => name));
  const bodies = [...partsIn(item, 'body', input).filter(({ name }) => !names.has(name)), ...own.body];
  const fields = [...partsIn(item, 'formData', input), ...own.form];
  const found = repeatedFields(own.form);
  const [first, ...others] = bodies;
  for (const { at, name } of first ? others : []) {
    const message = `A request has one body, but this one has ${quoteShort(first?.name ?? '')} and ${quoteShort(name)}; they are shown as alternatives.`;
    const fix = 'Keep one, and give its schema the properties of both.';
    found.push(warn(at, 'body-repeated', { message, fix }));
  }
  const [field] = own.form.length > 0 ? own.form : fields;
  if (first && field) {
    const message = `A request has a body or a form, but this one has the body ${quoteShort(first.name)} and the form field ${quoteShort(field.name)}; they are shown as alternatives.`;
    const fix = 'Make the body a field of the form, or its fields properties of the body.';
    found.push(warn(own.form.length > 0 ? field.at : first.at, 'body-and-form', { message, fix }));
  }
  const consumes = child(operation, 'consumes') ?? child(rootSpot(input.written.main), 'consumes');
  const file = fields.find(({ spot }) => textAt(spot, 'type') === 'file');
  if (file && !(consumes ? textsOf(consumes) : []).some((type) => FORM.test(type))) {
    const message = `The file ${quoteShort(file.name)} is sent as "multipart/form-data", which \`consumes\` doesn't name; it is taken.`;
    const fix = 'Add `consumes: [multipart/form-data]` to the operation.';
    found.push(warn(file.at, 'file-media-type', { message, fix }));
  }
  return found;
}

/** What makes up the body of a request of 2.0. OpenAPI 2.0, "Parameter Object". */
export const checkSwaggerBodies: Check = (input) => {
  if (input.version !== '2.0') return [];
  const paths = child(rootSpot(input.written.main), 'paths');
  return (paths ? entries(paths) : []).flatMap(({ value }) => {
    const item = input.written.follow(value);
    return (item ? entries(item) : [])
      .filter(({ key }) => METHODS.includes(key))
      .flatMap(({ value: operation }) => (item ? ofOperation(item, operation, input) : []));
  });
};
