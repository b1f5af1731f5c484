/** How loudly an alert speaks: it wakes somebody, or it waits for the day. */
export const SEVERITIES = ["page", "ticket"] as const;
export type Severity = (typeof SEVERITIES)[number];
