import { expect, it } from 'vitest';
import { type DateKind, type DateText, joinDate, splitDate } from './date-text.ts';

const rows: readonly { kind: DateKind; given: string; want: DateText | undefined }[] = [
  { kind: 'date', given: '2024-02-29', want: { local: '2024-02-29', zone: '' } },
  { kind: 'date', given: '29.2.2024', want: undefined },
  { kind: 'date', given: '2024-02-30', want: undefined },
  { kind: 'date', given: '2023-06-31', want: undefined },
  { kind: 'date', given: '0001-12-31', want: { local: '0001-12-31', zone: '' } },
  { kind: 'date-time', given: '2023-02-29T10:00:00Z', want: undefined },
  { kind: 'date-time', given: '2024-02-29T10:00:00Z', want: { local: '2024-02-29T10:00:00', zone: 'Z' } },
  { kind: 'date-time', given: '2024-02-29T10:00:00.5+08:00', want: { local: '2024-02-29T10:00:00.5', zone: '+08:00' } },
  { kind: 'date-time', given: '2024-02-29T10:00:00.123456Z', want: undefined },
  { kind: 'date-time', given: '2024-02-29 10:00:00Z', want: undefined },
  { kind: 'time', given: '23:59:60Z', want: undefined },
  { kind: 'time', given: '23:59:00', want: { local: '23:59:00', zone: '' } },
];

for (const { kind, given, want } of rows) {
  it(`${kind} ${given}`, () => {
    const found = splitDate(kind, given);
    expect(found).toEqual(want);
    if (found) expect(joinDate(kind, found.local, found.zone)).toBe(given);
  });
}

it('what an input leaves out is filled in', () => {
  expect(joinDate('date-time', '2024-02-29T10:00', 'Z')).toBe('2024-02-29T10:00:00Z');
  expect(joinDate('time', '10:00', '')).toBe('10:00:00');
});
