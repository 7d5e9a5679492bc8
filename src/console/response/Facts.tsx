/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import type { Answer } from '../answer.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';

/** Times and sizes of an answer, as far as they are known yet. */
export function Facts({ answer }: { readonly answer: Answer }): JSX.Element {
  const text = usePartText('answer');
  const { formats } = useScene();
  const { body, headAfter, endAfter, size } = answer;
  const stream = body.kind === 'stream' ? body : undefined;
  const firstToken = stream?.log.firstToken();
  const rate = stream?.log.rate();
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    [text.firstByteLabel, formats.time(headAfter)],
    [
      text.firstTokenLabel,
      stream && firstToken !== undefined ? formats.time(firstToken - stream.startedAt) : undefined,
    ],
    [text.timeLabel, endAfter === undefined ? undefined : formats.time(endAfter)],
    [
      text.rateLabel,
      rate === undefined ? undefined : fill(text.rate, { rate: formats.number(rate < 100 ? rate : Math.round(rate)) }),
    ],
    [text.sizeLabel, size > 0 ? formats.size(size) : undefined],
  ];
  return (
    <dl class="console-facts">
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
