import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { locate, type Source, type Span } from '../../openapi/source-file.ts';
import { ALERTS } from '../alerts.ts';
import { META_WORDS, type MetaProblem, readCodeMeta } from '../code-meta.ts';
import type { Markup } from './markup.ts';

/** Checks what Markdown itself would pass over in silence: the meta of fences, the words of alerts, images without words. */
export function checkBlocks(source: Source, { fences, alerts, images }: Markup): Diagnostic[] {
  const report = (code: string, span: Span, message: string, fix: string): Diagnostic => ({
    code,
    severity: 'warning',
    message,
    ...locate(source, span),
    fix,
  });
  return [
    ...fences.flatMap(({ code, meta, metaSpan }) => {
      const lineCount = code.split('\n').length;
      return readCodeMeta(meta, lineCount).problems.map((problem) => {
        const start = metaSpan.start + problem.start;
        const { code: id, message, fix } = metaWords(problem, lineCount);
        return report(id, { start, end: start + problem.text.length }, message, fix);
      });
    }),
    ...alerts
      .filter(({ word }) => !ALERTS.has(word.toUpperCase()))
      .map(({ word, span }) => {
        const names = [...ALERTS.keys()];
        const better = nearest(word.toUpperCase(), names);
        const fix = better ? `Did you mean "[!${better}]"?` : `Use one of ${names.join(', ')}.`;
        return report('alert-unknown', span, `There is no alert "[!${word}]", so this shows as a quote.`, fix);
      }),
    ...images
      .filter(({ alt }) => alt.trim() === '')
      .map(({ href, span }) => {
        const message = `The image ${href} has no text for those who can't see it.`;
        return report('image-alt-missing', span, message, 'Say what it shows between the brackets: `![…]`.');
      }),
  ];
}

function metaWords({ kind, text }: MetaProblem, lineCount: number): { code: string; message: string; fix: string } {
  if (kind === 'lines') {
    const message = `"${text}" names lines that this code hasn't: it has ${lineCount}.`;
    return { code: 'code-lines', message, fix: 'Write numbers from 1 on and ranges of them: `{1,3-5}`.' };
  }
  const better = nearest(text, META_WORDS);
  return {
    code: 'code-meta-unknown',
    message: `A block of code takes no "${text}".`,
    fix: better
      ? `Did you mean "${better}"?`
      : 'Use `title="…"`, `{1,3-5}`, `ins={2}`, `del={1}` or `showLineNumbers`.',
  };
}
