import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LoadedApis } from './apis.ts';
import type { GuideCount } from './guide-originals.ts';

/**
 * Tells of each language in a line how far it is translated: «en: 11 of 12 guides, 214 of 220 texts». A language
 * that has everything needs no line, nor does one without texts of its own for descriptions tell of them.
 */
export function reportLanguages(guides: ReadonlyMap<string, GuideCount>, texts: LoadedApis['texts']): Diagnostic[] {
  return [...guides].flatMap(([locale, { all, translated, older }]): Diagnostic[] => {
    const described = [...(texts.get(locale)?.values() ?? [])];
    const count = described.reduce((sum, one) => sum + one.all, 0);
    const missing = described.reduce((sum, { untranslated }) => sum + untranslated.length, 0);
    if (all === translated && older === 0 && missing === 0) return [];
    const parts = [
      ...(all > 0 ? [`${translated} of ${all} guides${older > 0 ? ` (${older} from an earlier original)` : ''}`] : []),
      ...(count > 0 ? [`${count - missing} of ${count} texts of descriptions`] : []),
    ];
    return [{ code: 'language-state', severity: 'info', message: `${locale} has ${parts.join(', ')}.` }];
  });
}
