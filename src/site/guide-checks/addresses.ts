import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { locate } from '../../openapi/source-file.ts';
import type { GuideFile } from './guide-file.ts';

/** First parts of paths, below the language, that belong to pages and files of our own. */
const TAKEN: readonly string[] = ['reference', '404', '_curlew'];

/** Characters that mean something else in an address, or that a file system somewhere refuses. */
const UNFIT = /[%?#\\:*"<>|\u0000-\u001f]/;

/** Checks that each guide has an address, and that no other page has the same. */
export function checkAddresses(guides: readonly GuideFile[], hasReference: boolean): Diagnostic[] {
  const first = new Map<string, GuideFile>();
  return guides.flatMap((guide) => {
    const { source, at } = guide;
    const report = (code: string, message: string, fix: string): Diagnostic[] => [
      { code, severity: 'error', message, ...locate(source, { start: 0, end: 1 }), fix },
    ];
    const unfit = UNFIT.exec(at.name)?.[0];
    if (unfit !== undefined) {
      return report('guide-name', `The file's name has a "${unfit}", which no address can have.`, 'Rename the file.');
    }
    const folder = at.name.split('/')[0] ?? '';
    if (TAKEN.includes(folder) && (folder !== 'reference' || hasReference)) {
      return report(
        'guide-address-taken',
        `The address /${at.path}/ belongs to the site's own pages.`,
        'Rename the file.',
      );
    }
    // Some file systems and hosts take both for one.
    const key = at.path.toLowerCase().normalize('NFC');
    const other = first.get(key);
    if (!other) {
      first.set(key, guide);
      return [];
    }
    const message = `This guide has the same address as ${other.source.path}: /${at.path}/.`;
    return report('guide-address-twice', message, 'Rename or remove one of the two.');
  });
}
