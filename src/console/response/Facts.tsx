/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import type { Answer } from '../answer.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';

/** Times and sizes of an answer, as they become known. */
export function Facts({ answer }: { readonly answer: Answer }): JSX.Element {
  const text = usePartText('answer');
  const { formats } = useScene();
  const { body, headAfter, endAfter, size } = answer;
  const log = body.kind === 'stream' ? body.log : undefined;
  const startedAt = body.kind === 'stream' ? body.startedAt : 0;
  const time = (value: number | undefined): string | undefined => (value === undefined ? value : formats.time(value));
  const firstToken = log?.firstToken();
  const rate = log?.rate();
  const perSecond = rate && formats.number(rate.perSecond < 100 ? rate.perSecond : Math.round(rate.perSecond));
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    [text.firstByteLabel, time(headAfter)],
    ...(log ? [[text.firstTokenLabel, time(firstToken && firstToken - startedAt)] as const] : []),
    [text.timeLabel, time(endAfter)],
    ...(log
      ? [
          [
            text.rateLabel,
            rate && fill(rate.of === 'text' ? text.textRate : text.rate, { rate: perSecond ?? '' }),
          ] as const,
        ]
      : []),
    [text.sizeLabel, size > 0 ? formats.size(size) : undefined],
  ];
  return (
    <dl class="console-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          {/* What isn't known yet keeps its place, so that nothing moves when it comes. */}
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
