import type { tf } from '../tensorflow';

/** Types of the values that kernels take and give. */
export type ValueType = 'float32' | 'bfloat16' | 'int32' | 'int64';

/** One setting of a kernel. */
export type Attribute =
  | { readonly name: string; readonly kind: 'type'; readonly value: ValueType }
  | { readonly name: string; readonly kind: 'text'; readonly value: string }
  | { readonly name: string; readonly kind: 'flag'; readonly value: boolean }
  | { readonly name: string; readonly kind: 'number'; readonly value: number }
  | { readonly name: string; readonly kind: 'int'; readonly value: number }
  | { readonly name: string; readonly kind: 'ints'; readonly value: readonly number[] };

/** Where calls of TensorFlow's kernels go: they are done at once, V being tensors, or written down as a graph, V being names in it. */
export interface Emitter<V> {
  /** Results of one kernel, `outputs` of them. */
  readonly emit: (
    operation: string,
    attributes: readonly Attribute[],
    inputs: readonly V[],
    outputs?: number,
  ) => readonly V[];
  /** A value known beforehand, row-major; shape [] for one number. */
  readonly constant: (values: readonly number[], shape: readonly number[], type: 'float32' | 'int32') => V;
  /** The value of a variable at the time when the kernels are called. */
  readonly variable: (variable: tf.Variable) => V;
}
