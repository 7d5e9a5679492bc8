import type { Operation, Webhook } from './operation.ts';
import type { ExternalDocs, Schemas } from './schema-object.ts';
import type { SecurityScheme } from './security-scheme.ts';
import type { Server } from './server.ts';

export interface Contact {
  readonly name?: string;
  readonly url?: string;
  readonly email?: string;
}

export interface License {
  readonly name: string;
  readonly identifier?: string;
  readonly url?: string;
}

export interface Tag {
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
  readonly parent?: string;
  readonly kind?: string;
}

/** Tags that belong together in the navigation (`x-tagGroups`). */
export interface TagGroup {
  readonly name: string;
  readonly tags: readonly string[];
}

/** What makes an API one of several versions, each with a description of its own: `openapi/pets/v1.yaml`. */
export interface Edition {
  /** The id of the API whose versions these are: `pets`. */
  readonly api: string;
  /** `v1` */
  readonly name: string;
}

/** A path, a webhook or a method of one that has no operation, since its reference leads nowhere. */
export interface MissingPathItem {
  readonly kind: 'path' | 'webhook';
  /** The path, or the webhook's name. */
  readonly name: string;
  /** As it goes over the wire; none where the whole item is missing. */
  readonly method?: string;
  /** The reference as written. */
  readonly missing: string;
}

/** One description, whatever version it was written in. Plain data that survives JSON. */
export interface Api {
  /** The file's path below `openapi/` without its ending: `pets`, or `pets/v1` where it is a version. */
  readonly id: string;
  readonly edition?: Edition;
  readonly title: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
  readonly termsOfService?: string;
  readonly contact?: Contact;
  readonly license?: License;
  readonly externalDocs?: ExternalDocs;
  readonly servers: readonly Server[];
  /** The declared ones in their order, then those that only operations name. */
  readonly tags: readonly Tag[];
  readonly tagGroups?: readonly TagGroup[];
  /** In the order of the document. */
  readonly operations: readonly Operation[];
  /** In the order of the document, one for each method. */
  readonly webhooks?: readonly Webhook[];
  readonly missingPathItems?: readonly MissingPathItem[];
  /** Libraries made for this service, by id, whose code samples show beside plain HTTP (`x-curlew-clients`). */
  readonly clients?: readonly string[];
  readonly securitySchemes: readonly SecurityScheme[];
  readonly schemas: Schemas;
}
