import type { JsonNode, JsonText } from '../model/json-text.ts';
import type { Schema } from '../model/schema-object.ts';
import { validateJson } from '../schema/validate.ts';
import { adviceText } from './advice-text.ts';
import type { Scene } from './scene.ts';

/** What of a value isn't as its schema says. */
export interface Advice {
  /** JSON Pointer (RFC 6901) of the place in the value; empty for the whole of it. */
  readonly path: string;
  readonly words: string;
}

/** Where what the reader typed differs from its schema: the first places, at most `limit`. */
export function adviceOn(scene: Scene, schema: Schema, typed: JsonNode | JsonText, limit: number): readonly Advice[] {
  const { schemas } = scene.session.api;
  const options = { direction: 'request', discriminatorDecides: true, limit } as const;
  return validateJson(schemas, schema, typed, options).map((violation) => ({
    path: violation.instancePath,
    words: adviceText(scene, violation),
  }));
}
