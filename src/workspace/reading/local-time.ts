/** Peru is five hours behind UTC, all year. */
export const localTime = (utc: string): string => new Date(Date.parse(utc) - 5 * 3_600_000).toISOString().slice(0, 19)
