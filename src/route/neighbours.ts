import type { Node } from '../model/travel.ts'

const RAD = Math.PI / 180

/**
 * The nearest jobs of each job, as the crow flies, among those that a pool can serve. Ties go to the smaller index.
 * @param able pools × size
 * @returns pools × size × near, nearest first, −1 behind the last
 */
export function nearest(nodes: readonly Node[], able: Uint8Array, near: number): Int32Array {
  const size = nodes.length
  const pools = able.length / size
  const xyz = new Float64Array(3 * size)
  nodes.forEach((node, i) => {
    xyz[3 * i] = Math.cos(node.lat * RAD) * Math.cos(node.lon * RAD)
    xyz[3 * i + 1] = Math.cos(node.lat * RAD) * Math.sin(node.lon * RAD)
    xyz[3 * i + 2] = Math.sin(node.lat * RAD)
  })
  const found = new Int32Array(pools * size * near).fill(-1)
  const far = new Float64Array(near)
  for (let v = 0; v < pools; v++) {
    for (let a = 1; a < size; a++) {
      if (able[v * size + a] === 0) continue
      const list = (v * size + a) * near
      let count = 0
      for (let b = 1; b < size; b++) {
        if (b === a || able[v * size + b] === 0) continue
        const x = xyz[3 * a] - xyz[3 * b]
        const y = xyz[3 * a + 1] - xyz[3 * b + 1]
        const z = xyz[3 * a + 2] - xyz[3 * b + 2]
        const chord = x * x + y * y + z * z
        if (count === near && chord >= far[near - 1]) continue
        let k = count < near ? count++ : near - 1
        for (; k > 0 && far[k - 1] > chord; k--) {
          far[k] = far[k - 1]
          found[list + k] = found[list + k - 1]
        }
        far[k] = chord
        found[list + k] = b
      }
    }
  }
  return found
}
