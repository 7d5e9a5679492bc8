import type { Api } from '../model/api.ts';
import type { Operation, Webhook } from '../model/operation.ts';
import { referencesIn } from '../model/references.ts';
import type { SchemaId } from '../model/schema-object.ts';

/** Who refers to a schema directly, in the order of the description. */
export interface SchemaUse {
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Webhook[];
  readonly schemas: readonly SchemaId[];
}

interface Uses {
  readonly operations: Map<SchemaId, Operation[]>;
  readonly webhooks: Map<SchemaId, Webhook[]>;
  readonly schemas: Map<SchemaId, SchemaId[]>;
}

const found = new WeakMap<Api, Uses>();

export function schemaUse(api: Api, id: SchemaId): SchemaUse {
  const uses = found.get(api) ?? collect(api);
  found.set(api, uses);
  return {
    operations: uses.operations.get(id) ?? [],
    webhooks: uses.webhooks.get(id) ?? [],
    schemas: uses.schemas.get(id) ?? [],
  };
}

export function isUsed(api: Api, id: SchemaId): boolean {
  return Object.values(schemaUse(api, id)).some((users) => users.length > 0);
}

/** One walk over the whole model. */
function collect(api: Api): Uses {
  const uses: Uses = { operations: new Map(), webhooks: new Map(), schemas: new Map() };
  for (const operation of api.operations) note(uses.operations, operation, operation);
  for (const webhook of api.webhooks ?? []) note(uses.webhooks, webhook, webhook);
  for (const [id, schema] of Object.entries(api.schemas)) note(uses.schemas, id, schema);
  return uses;
}

function note<User>(uses: Map<SchemaId, User[]>, user: User, within: unknown): void {
  for (const id of referencesIn(within, new Set())) {
    const users = uses.get(id);
    if (users) users.push(user);
    else uses.set(id, [user]);
  }
}
