import * as tfjs from '@tensorflow/tfjs'

// CommonJS that re-exports in a loop: at run time its names are on the default export only, while its types say `export *`.
export const tf = (tfjs as unknown as { readonly default: typeof tfjs }).default
