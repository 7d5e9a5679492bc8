import type { Version } from '../version.ts';
import { OBJECTS } from './objects.ts';
import { SCHEMA, SWAGGER_SCHEMA } from './schema-keywords.ts';
import type { Tables } from './shapes.ts';
import { SWAGGER_OBJECTS } from './swagger-objects.ts';

const SWAGGER_TABLES: Tables = { objects: SWAGGER_OBJECTS, schema: SWAGGER_SCHEMA };
const OPENAPI_TABLES: Tables = { objects: OBJECTS, schema: SCHEMA };

/** What a description of a version may hold. Its root is the object `openapi`. */
export function tablesOf(version: Version): Tables {
  return version === '2.0' ? SWAGGER_TABLES : OPENAPI_TABLES;
}
