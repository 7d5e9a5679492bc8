export interface OAuthFlow {
  readonly kind: 'implicit' | 'password' | 'clientCredentials' | 'authorizationCode' | 'deviceAuthorization';
  readonly authorizationUrl?: string;
  readonly deviceAuthorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}

/** A client that an authorization server knows, for signing in from the console (`apis.*.oauth`). It has no secret. */
export interface OAuthClient {
  readonly clientId: string;
  /** Asked for beside those that an operation needs. */
  readonly scopes?: readonly string[];
  /** Sent along as `audience`, for servers that ask for one. */
  readonly audience?: string;
}

interface SchemeFacts {
  /** The key in `components/securitySchemes`, which requirements name. */
  readonly id: string;
  readonly description?: string;
  readonly deprecated: boolean;
  /** The environment variable that samples read its secret from (`x-curlew-env`); a name of ours when left out. */
  readonly variable?: string;
  /** The site's own client, where its owner has registered one. */
  readonly client?: OAuthClient;
}

export type SecurityScheme = SchemeFacts &
  (
    | { readonly kind: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string }
    | { readonly kind: 'http'; readonly scheme: string; readonly bearerFormat?: string }
    | { readonly kind: 'oauth2'; readonly flows: readonly OAuthFlow[]; readonly metadataUrl?: string }
    | { readonly kind: 'openIdConnect'; readonly openIdConnectUrl: string }
    | { readonly kind: 'mutualTLS' }
  );

/** All of these schemes together let a request in; an empty list lets everyone in. */
export interface SecurityRequirement {
  readonly schemes: readonly { readonly id: string; readonly scopes: readonly string[] }[];
}
