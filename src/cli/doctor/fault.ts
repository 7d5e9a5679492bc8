/** Something that stands between a page and a server. */
export interface Fault {
  /** Stable, for scripts. */
  readonly code: FaultCode;
  /** An error: a call from the console fails. A warning: it works, but not all of it. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix: string;
  /** The header of the answer that is missing or wrong. */
  readonly header?: string;
}

export type FaultCode =
  | 'dns'
  | 'refused'
  | 'timeout'
  | 'connection'
  | 'tls-expired'
  | 'tls-name'
  | 'tls-untrusted'
  | 'tls'
  | 'mixed-content'
  | 'policy'
  | 'unsendable'
  | 'redirect'
  | 'preflight-status'
  | 'origin-missing'
  | 'origin-other'
  | 'origin-several'
  | 'method-missing'
  | 'header-missing'
  | 'answer-origin'
  | 'expose-missing'
  | 'vary-missing';
