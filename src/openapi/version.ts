import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose, quoteShort } from './report.ts';
import type { SourceFile } from './source-file.ts';
import { child, rootSpot, type Spot, scalarText } from './spot.ts';

/** The versions that differ in what may be written. */
export type Version = '2.0' | '3.0' | '3.1' | '3.2';

const FIX = 'Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are read, as in `openapi: 3.2.0`.';

/** A version as authors write it: `2.0`, `2`, `3.0`, `3.0.4`, `3.1.0-rc1`. */
const WRITTEN = /^\s*v?(2(?:\.0)?|3\.[012])(?=$|\s|[.-])/;

function versionSpot(root: Spot): Spot | undefined {
  return child(root, 'openapi') ?? child(root, 'swagger');
}

/** The version that a description names, if it is one that is read; nothing for a part of one. */
export function recognizeVersion(root: Spot): Version | undefined {
  const spot = versionSpot(root);
  const [, version] = WRITTEN.exec((spot && scalarText(spot)) ?? '') ?? [];
  switch (version) {
    case '2':
    case '2.0':
      return '2.0';
    case '3.0':
    case '3.1':
    case '3.2':
      return version;
    default:
      return undefined;
  }
}

/** Which version a description says it is written in, or what to tell its author. */
export function readVersion(file: SourceFile): { version: Version } | { diagnostic: Diagnostic } {
  const root = rootSpot(file);
  const spot = versionSpot(root);
  if (!spot) {
    const message = 'This is no OpenAPI description: it has neither the field "openapi" nor "swagger".';
    return { diagnostic: diagnose(root, { code: 'version-missing', severity: 'error', message, fix: FIX }) };
  }
  const version = recognizeVersion(root);
  if (version) return { version };
  const name = spot.key?.name === 'swagger' ? 'Swagger' : 'OpenAPI';
  const message = `${name} ${quoteShort(scalarText(spot) ?? '')} is a version that can't be read.`;
  return { diagnostic: diagnose(spot, { code: 'version-unsupported', severity: 'error', message, fix: FIX }) };
}
