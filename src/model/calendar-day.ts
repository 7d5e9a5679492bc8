/** Whether a text is a day that the calendar has, as RFC 3339 writes one (`full-date`): `2024-02-29`. */
export function isCalendarDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  // Of the 30th of February some engines make the 1st of March, others nothing.
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
