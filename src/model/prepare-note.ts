import type { AidKind } from './aid-kind.ts'
import type { Month } from './month.ts'
import type { Ubigeo } from './ubigeo.ts'

/** What `prepare` decided, in the order it decided it. Each code has a sentence in `messages`. */
export type PrepareNote =
  /** Months without a row of a demand file were read as 0 (or as missing); `emptyMonths` have no row of any place. */
  | {
      readonly code: 'absent-read-as'
      readonly file: string
      readonly as: 'zero' | 'missing'
      readonly from: Month
      readonly to: Month
      readonly cells: number
      readonly emptyMonths: readonly Month[]
    }
  /** Blank cells of a demand file: missing, or censored where other rows of the month have a number. */
  | { readonly code: 'blank-cells'; readonly file: string; readonly product: string; readonly cells: number }
  /** Place, product and month stand in more than one file: different facts, added up. */
  | {
      readonly code: 'files-added-up'
      readonly product: string
      readonly files: readonly string[]
      readonly cells: number
    }
  /** Quantity = (homeless + affectedShare × affected) ÷ persons, of the measures named; houses as they are. */
  | {
      readonly code: 'filled-from-register'
      readonly product: string
      readonly kind: AidKind
      readonly measures: readonly string[]
      readonly persons: number
      readonly affectedShare: number
      readonly places: number
    }
  /** The register could fill the product, but a demand file tells its need. */
  | { readonly code: 'demand-file-instead'; readonly product: string; readonly kind: AidKind }
  /** Another product of the kind is filled already: the need is not counted twice. */
  | { readonly code: 'kind-filled-by'; readonly product: string; readonly kind: AidKind; readonly by: string }
  /** The register tells of need that no product meets. */
  | { readonly code: 'kind-without-product'; readonly kind: AidKind }
  /** Neither a demand file nor the register tells anything of the product. */
  | { readonly code: 'no-demand-known'; readonly product: string }
  /** A month of the register that is not whole for persons and houses, and why. */
  | {
      readonly code: 'register-month'
      readonly register: string
      readonly period: Month
      readonly status: 'censored' | 'missing'
      readonly reason: 'hole' | 'late-counts'
      readonly daysInHoles: number
      readonly days: number
      readonly countedShare: number
    }
  /** Only provinces are known as places: the register's districts were added up to them. */
  | { readonly code: 'districts-added-to-provinces'; readonly districts: number }
  /** Places that have a row of their own and places below them have one, too: added up, a total among the rows would count twice. */
  | { readonly code: 'levels-added-up'; readonly product: string; readonly ubigeos: readonly Ubigeo[] }
  /** Places of the directory of whose level others in the same node above have rows of the product, and they none: nothing is forecast for them. */
  | { readonly code: 'places-not-named'; readonly product: string; readonly ubigeos: readonly Ubigeo[] }
  /** Demand of these products is known of places in these departments only, of all there are: nothing is forecast for the others. */
  | {
      readonly code: 'some-departments'
      readonly products: readonly string[]
      readonly departments: readonly Ubigeo[]
      readonly of: number
    }
  /** In the last months, from `from` on, no file tells of some places of which earlier ones did: they are missing there, not zero. */
  | {
      readonly code: 'files-end-early'
      readonly product: string
      readonly places: number
      readonly from: Month
      readonly to: Month
    }
  /** Covariates of files that are blank in all these months, or tell of others: they say nothing. */
  | {
      readonly code: 'covariates-empty'
      readonly covariates: readonly string[]
      readonly from: Month
      readonly to: Month
    }
  /** Values of a covariate from `from` to `to` are left out: so far after demand, after `after`, nothing is forecast. */
  | {
      readonly code: 'covariate-beyond'
      readonly covariate: string
      readonly values: number
      readonly from: Month
      readonly to: Month
      readonly after: Month
    }
