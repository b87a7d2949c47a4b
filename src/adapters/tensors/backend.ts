import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { transposeInMatMulGradient } from './matmul-gradient.ts'
import { tf } from './tensorflow.ts'

export type Backend = 'wasm' | 'cpu'

/** Gets TensorFlow.js ready on this thread. The patch holds for both backends. */
export async function startTensorFlow(backend: Backend = 'wasm'): Promise<void> {
  // Else it advertises another package on stderr.
  tf.enableProdMode()
  setWasmPaths(`${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`)
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here`)
  transposeInMatMulGradient()
}
