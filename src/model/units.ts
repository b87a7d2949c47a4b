declare const unit: unique symbol
type Unit<Name extends string> = number & { readonly [unit]: Name }

/** Whole grams. */
export type Grams = Unit<'g'>
/** Whole millilitres. */
export type Millilitres = Unit<'ml'>
/** Whole seconds: a duration, a time of day, or (with {@link Instant}) a moment. */
export type Seconds = Unit<'s'>
/** Whole metres. */
export type Metres = Unit<'m'>
/** Whole hundredths of a sol. */
export type Centimos = Unit<'céntimo'>
/** Whole packs of a product. */
export type Packs = Unit<'pack'>

export const grams = (n: number): Grams => n as Grams
export const millilitres = (n: number): Millilitres => n as Millilitres
export const seconds = (n: number): Seconds => n as Seconds
export const metres = (n: number): Metres => n as Metres
export const centimos = (n: number): Centimos => n as Centimos
export const packs = (n: number): Packs => n as Packs

export const gramsOfKg = (kg: number): Grams => grams(Math.round(kg * 1000))
export const millilitresOfM3 = (m3: number): Millilitres => millilitres(Math.round(m3 * 1_000_000))
export const secondsOfMinutes = (minutes: number): Seconds => seconds(Math.round(minutes * 60))
export const metresOfKm = (km: number): Metres => metres(Math.round(km * 1000))
export const centimosOfSoles = (soles: number): Centimos => centimos(Math.round(soles * 100))
