import type { Emitter } from './emitter';

/** Padding of a convolution, stride 1: 'same' keeps the size, 'valid' pads nothing. */
export type Padding = 'same' | 'valid';

/** A pooling window and its steps, in [rows, columns]. */
export interface Window {
  readonly size: readonly [number, number];
  readonly strides: readonly [number, number];
}

/** TensorFlow's own kernels; pictures are [batch, height, width, channels]. */
export interface Kernels<V> extends Emitter<V> {
  readonly convolution: (x: V, filter: V, padding: Padding) => V;
  /** Gradient by the filter, of shape `shape`. */
  readonly filterGradient: (x: V, shape: readonly number[], dy: V, padding: Padding) => V;
  /** Gradient by the picture `x`. */
  readonly inputGradient: (x: V, filter: V, dy: V, padding: Padding) => V;
  /** Rows and columns of zeros before and after a picture's. */
  readonly pad: (x: V, rows: readonly [number, number], columns: readonly [number, number]) => V;
  readonly addBias: (x: V, bias: V) => V;
  readonly biasGradient: (dy: V) => V;
  readonly relu: (x: V) => V;
  /** dy where y is above 0, else 0. */
  readonly reluGradient: (dy: V, y: V) => V;
  readonly maxPool: (x: V, window: Window) => V;
  /** The pooled picture, and where each value was found. */
  readonly maxPoolWithPlaces: (x: V, window: Window) => readonly V[];
  readonly maxPoolGradient: (x: V, dy: V, places: V, window: Window) => V;
  /** Each channel of `x` to mean 0 and spread 1 over the batch, then times `scale` plus `offset`. Gives the result, the batch's mean and
   *  variance, and three values for the gradient. */
  readonly batchNormalization: (x: V, scale: V, offset: V, epsilon: number) => readonly V[];
  /** Gradients by x, scale and offset. forward: what `batchNormalization` gave. */
  readonly batchNormalizationGradient: (
    input: { readonly x: V; readonly scale: V; readonly forward: readonly V[]; readonly epsilon: number },
    dy: V,
  ) => readonly V[];
  /** CTC loss of each text, and its gradient by the scores [time, batch, classes], the last class being the blank. places: int32
   *  [characters, 2], picture and place; labels: int32 [characters]; lengths: int32 [batch], columns of each picture. */
  readonly ctcLoss: (
    scores: V,
    texts: { readonly places: V; readonly labels: V; readonly lengths: V },
  ) => readonly V[];
  readonly matMul: (a: V, b: V, transposed?: 'a' | 'b') => V;
  /** The same for each matrix of a batch; a single matrix goes with every one of the other's. */
  readonly batchMatMul: (a: V, b: V, transposed?: 'a' | 'b') => V;
  readonly softmax: (logits: V) => V;
  /** One size may be -1: what is left. */
  readonly reshape: (x: V, shape: readonly number[]) => V;
  readonly reshapeLike: (x: V, like: V) => V;
  readonly transpose: (x: V, order: readonly number[]) => V;
  /** The first axis backwards. */
  readonly reverse: (x: V) => V;
  /** A part: from `from`, of `size`; -1 is all that follows. */
  readonly slice: (x: V, from: readonly number[], size: readonly number[]) => V;
  /** Values of one shape along a new first axis. */
  readonly stack: (values: readonly V[]) => V;
  /** The kernels' own type to or from float32; the value itself where that is their type. */
  readonly fromFloat32: (x: V) => V;
  readonly toFloat32: (x: V) => V;
  /** Factors for `x`: 1 / keep where values drawn by `seed` (int32 [2]) are below `keep`, else 0. */
  readonly dropoutMask: (x: V, seed: V, keep: number) => V;
  readonly add: (a: V, b: V) => V;
  readonly subtract: (a: V, b: V) => V;
  readonly multiply: (a: V, b: V) => V;
  readonly divide: (a: V, b: V) => V;
  readonly square: (x: V) => V;
  readonly squareRoot: (x: V) => V;
  /** 1 where x is from `low` to `high`, else 0. */
  readonly within: (x: V, low: number, high: number) => V;
  /** Sum of each row of a matrix, as a matrix of one column. */
  readonly sumOfRows: (x: V) => V;
  readonly number: (value: number) => V;
}
