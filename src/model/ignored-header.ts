/**
 * Headers that other parts of a description tell, so that a parameter of this name is ignored (OpenAPI 3.2, "Parameter
 * Object"), and those that frame the message, which whatever sends it has to write itself (RFC 9112, section 6).
 */
const IGNORED = ['accept', 'content-type', 'authorization', 'content-length', 'transfer-encoding'];

/** Whether nobody sends what a parameter for this header holds. */
export function isIgnoredHeader(name: string): boolean {
  return IGNORED.includes(name.toLowerCase());
}
