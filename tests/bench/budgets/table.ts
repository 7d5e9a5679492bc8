import type { Figures } from '../figures.ts';
import { line } from '../table.ts';
import type { Budget } from './budgets.ts';

/** A Markdown table of budgets, with what a run measured and how far it is from what is allowed. */
export function printBudgets(budgets: readonly Budget[], figures: Figures): string {
  const rows = budgets.map((budget) => {
    const { what, most, unit, read } = budget;
    const allowed = `${what.en}: ≤ ${amount(most, unit)}`;
    const reading = read(figures);
    if (!reading) return line([allowed, 'not measured', '']);
    const { value, of } = reading;
    return line([allowed, `${amount(value, unit)}${of === undefined ? '' : ` (${of})`}`, met(value, most)]);
  });
  return [line(['budget', 'measured', 'met']), line(['---', '---', '---']), ...rows].join('\n');
}

function met(value: number, most: number): string {
  if (value <= most) return 'yes';
  return most === 0 ? 'no' : `no, ${number(value / most)} times`;
}

/** A figure with its unit. */
export function amount(value: number, unit: string): string {
  return number(value) + unit;
}

/** Three digits that count. */
function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
