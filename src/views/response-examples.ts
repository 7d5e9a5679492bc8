import type { Api } from '../model/api.ts';
import { escapeInvisibles, showInvisibles } from '../model/invisibles.ts';
import type { Operation } from '../model/operation.ts';
import { type Token, tokenize } from '../samples/tokens.ts';
import { bodyExamples } from './examples.ts';

/** A body that an operation may answer with, whole, as a guide shows it. */
export interface ExampleBody {
  readonly status: string;
  readonly mediaType: string;
  /** The example's key; `generated` when it was built from the schema. */
  readonly name: string;
  readonly tokens: readonly Token[];
}

/** Every body an operation may answer with, by status and media type. */
export function exampleBodies(api: Api, operation: Operation): ExampleBody[] {
  return operation.responses.flatMap(({ status, content }) =>
    bodyExamples(api, content, 'response').flatMap(({ name, text, isJson, mediaTypes: [mediaType = ''] }) =>
      text === undefined ? [] : [{ status, mediaType, name, tokens: highlight(text, isJson) }],
    ),
  );
}

function highlight(text: string, isJson: boolean): Token[] {
  return isJson ? tokenize(escapeInvisibles(text), 'json') : [{ kind: 'plain', text: showInvisibles(text) }];
}
