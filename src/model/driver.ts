/** What a forecast of a network is explained by: the last months, how much and how often, the same months of past years, the time of the year, the place. */
export const DRIVERS = ['recent', 'level', 'season', 'calendar', 'place'] as const
export type Driver = (typeof DRIVERS)[number]
