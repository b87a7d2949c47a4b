/** How the times of legs were learned and used. Each code has a sentence in `messages`. */
export type TravelNote =
  | { readonly code: 'leg-network-too-few'; readonly legs: number; readonly least: number }
  | {
      readonly code: 'leg-network'
      /** Held out, and the mean distance of speed table and network from what they took [min], and as a share of it. */
      readonly legs: number
      readonly tableMin: number
      readonly tableShare: number
      readonly networkMin: number
      readonly networkShare: number
      /** Whether it times routes. */
      readonly used: boolean
    }
  | {
      readonly code: 'leg-times'
      /** Ways of the tours, those that the network timed, and those it would have had faster than the vehicle. */
      readonly legs: number
      readonly timed: number
      readonly atLimit: number
    }
