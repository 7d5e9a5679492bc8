const KNOWN = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The end of the class that colours a method; a description may have any. */
export function methodKind(method: string): string {
  return KNOWN.includes(method) ? method.toLowerCase() : 'other';
}
