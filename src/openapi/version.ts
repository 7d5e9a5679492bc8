import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose, quoteShort } from './report.ts';
import type { SourceFile } from './source-file.ts';
import { child, rootSpot, scalarText } from './spot.ts';

/** The versions that differ in what may be written. */
export type Version = '2.0' | '3.0' | '3.1' | '3.2';

const FIX = 'OpenAPI 3.1 and 3.2 are read, as in `openapi: 3.2.0`.';

/** Which version a description says it is written in, or what to tell its author. */
export function readVersion(file: SourceFile): { version: Version } | { diagnostic: Diagnostic } {
  const root = rootSpot(file);
  const spot = child(root, 'openapi') ?? child(root, 'swagger');
  if (!spot) {
    const message = 'This is no OpenAPI description: it has no field "openapi".';
    return { diagnostic: diagnose(root, { code: 'version-missing', severity: 'error', message, fix: FIX }) };
  }
  const text = scalarText(spot) ?? '';
  const version = spot.key?.name === 'openapi' ? /^3\.[12](?=\.\d|$)/.exec(text)?.[0] : undefined;
  if (version === '3.1' || version === '3.2') return { version };
  const name = spot.key?.name === 'swagger' ? 'Swagger' : 'OpenAPI';
  const message = `${name} ${quoteShort(text)} is a version that can't be read.`;
  return { diagnostic: diagnose(spot, { code: 'version-unsupported', severity: 'error', message, fix: FIX }) };
}
