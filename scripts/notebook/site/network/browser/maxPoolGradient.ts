import {
  backend_util,
  MaxPoolGrad,
  registerKernel,
  unregisterKernel,
  type MaxPoolGradAttrs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** Replaces the gradient of max pooling by WebAssembly, as it comes with tfjs 4.22, by one that does as TensorFlow does: of equal
 *  values the first, row by row, is the largest. Tfjs's drops the gradient of a window of zeros, as after ReLU half of them are, and the
 *  mean gradients that Grad-CAM weighs maps by come out wrong. */
export function replaceMaxPoolGradient(): void {
  unregisterKernel(MaxPoolGrad, 'wasm');
  registerKernel({
    kernelName: MaxPoolGrad,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs, backend }) => {
      const { dy, input } = inputs as { dy: TensorInfo; input: TensorInfo };
      const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as MaxPoolGradAttrs;
      const shape = input.shape as [number, number, number, number];
      const pool = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
      const wasm = backend as unknown as Pick<BackendWasm, 'makeOutput' | 'typedArrayFromHeap'>;
      // Before the views: making it may move the memory that they look into.
      const made = wasm.makeOutput(shape, 'float32');
      const read = (tensor: TensorInfo): Float32Array => wasm.typedArrayFromHeap(tensor) as Float32Array;
      addGradient(read(made), read(input), read(dy), pool);
      return made;
    },
  });
}

function addGradient(
  gradient: Float32Array,
  input: Float32Array,
  slopes: Float32Array,
  pool: backend_util.Conv2DInfo,
): void {
  const { batchSize, inChannels, inHeight, inWidth, outHeight, outWidth, padInfo } = pool;
  const { strideHeight, strideWidth, effectiveFilterHeight, effectiveFilterWidth } = pool;
  gradient.fill(0);
  const windows = batchSize * outHeight * outWidth;
  for (let window = 0; window < windows; window++) {
    const batch = Math.floor(window / (outHeight * outWidth));
    const top = (Math.floor(window / outWidth) % outHeight) * strideHeight - padInfo.top;
    const left = (window % outWidth) * strideWidth - padInfo.left;
    for (let channel = 0; channel < inChannels; channel++) {
      let largest = -1;
      for (let y = Math.max(0, top); y < Math.min(inHeight, top + effectiveFilterHeight); y++) {
        for (let x = Math.max(0, left); x < Math.min(inWidth, left + effectiveFilterWidth); x++) {
          const at = ((batch * inHeight + y) * inWidth + x) * inChannels + channel;
          if (largest < 0 || input[at] > input[largest]) largest = at;
        }
      }
      if (largest >= 0) gradient[largest] += slopes[window * inChannels + channel];
    }
  }
}
