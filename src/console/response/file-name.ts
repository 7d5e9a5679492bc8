/** Markup and scripts are saved as plain text: a file that opens in a browser would run there. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
  ['text/csv', 'csv'],
  ['text/markdown', 'md'],
  ['application/yaml', 'yaml'],
  ['application/pdf', 'pdf'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['image/avif', 'avif'],
  ['image/bmp', 'bmp'],
  ['audio/mpeg', 'mp3'],
  ['audio/mp3', 'mp3'],
  ['audio/mp4', 'm4a'],
  ['audio/aac', 'aac'],
  ['audio/ogg', 'ogg'],
  ['audio/opus', 'opus'],
  ['audio/webm', 'webm'],
  ['audio/flac', 'flac'],
  ['audio/wav', 'wav'],
  ['audio/x-wav', 'wav'],
  ['video/mp4', 'mp4'],
  ['video/webm', 'webm'],
  ['video/ogg', 'ogv'],
  ['video/quicktime', 'mov'],
]);

/**
 * What a saved body is called. The name is ours: a server's could lie about what it is (rule C8).
 *
 * @param body - its kind and the media type that it came with, without parameters
 */
export function fileName({ kind, type, json }: { kind: string; type: string; json?: boolean }): string {
  const fallback = kind === 'text' ? (json ? 'json' : 'txt') : 'bin';
  return `response.${json ? 'json' : (ENDINGS.get(type) ?? fallback)}`;
}
