/** What an alert may be in `> [!NOTE]`, as GitHub has them. */
export const ALERT_NAMES = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'] as const;

export type AlertName = (typeof ALERT_NAMES)[number];
