const RATIO = (Math.sqrt(5) - 1) / 2

/** Where a function of one number is least within [low, high], by golden section (Kiefer 1953); exact only if it has one valley there. */
export function goldenSection(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  let [a, b] = [low, high]
  let [c, d] = [b - RATIO * (b - a), a + RATIO * (b - a)]
  let [atC, atD] = [f(c), f(d)]
  while (b - a > tolerance) {
    if (atC <= atD) {
      ;[b, d, atD] = [d, c, atC]
      c = b - RATIO * (b - a)
      atC = f(c)
    } else {
      ;[a, c, atC] = [c, d, atD]
      d = a + RATIO * (b - a)
      atD = f(d)
    }
  }
  return (a + b) / 2
}
