import type { Random } from '../random.ts'
import type { Topology, Weight } from './topology.ts'

/** What losses are written with: a float32 array of the tensor library, differentiable; shapes broadcast as in NumPy. */
export interface Tensor {
  readonly shape: readonly number[]
  add(b: Tensor | number): Tensor
  sub(b: Tensor | number): Tensor
  mul(b: Tensor | number): Tensor
  div(b: Tensor | number): Tensor
  neg(): Tensor
  log(): Tensor
  square(): Tensor
  reciprocal(): Tensor
  softplus(): Tensor
  relu(): Tensor
  tanh(): Tensor
  sum(): Tensor
  reshape(shape: readonly number[]): Tensor
  slice(begin: readonly number[], size: readonly number[]): Tensor
  matMul(b: Tensor): Tensor
}

/** `size` rows of inputs or targets, row-major; the width of each is its length ÷ size. */
export interface Batch {
  readonly size: number
  readonly inputs: Readonly<Record<string, Float32Array>>
  readonly targets: Readonly<Record<string, Float32Array>>
}

/**
 * @param output batch × outputs
 * @param targets batch × width each
 * @param constant a tensor of numbers that are not trained
 * @returns a scalar
 */
export type Loss = (
  output: Tensor,
  targets: Readonly<Record<string, Tensor>>,
  constant: (values: Float32Array, shape: readonly number[]) => Tensor,
) => Tensor

/** A network in the library's memory. */
export interface OpenNetwork {
  /** One step of Adam, the gradient's norm clipped at 1. @returns the loss before the step */
  step(batch: Batch, loss: Loss, learningRate: number, dropout: Random): number
  /** The loss as it stands, without dropout. */
  loss(batch: Batch, loss: Loss): number
  /** size × outputs. */
  output(batch: Pick<Batch, 'size' | 'inputs'>): Float32Array
  /** Copies. */
  weights(): readonly Weight[]
  close(): void
}

/** The tensor library, as an argument. */
export interface Engine {
  open(topology: Topology, weights: readonly Weight[]): OpenNetwork
  /** Tensors alive, to show that nothing leaks. */
  alive(): number
}
