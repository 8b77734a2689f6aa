import { tf } from './tf';

/** One attribute of a TensorFlow operation, as the binding takes it. */
export interface OperationAttribute {
  readonly name: string;
  readonly type: number;
  readonly value: unknown;
}

/** What the kit uses of tfjs-node's backend: running a TensorFlow kernel that tfjs itself has no function for. */
export interface NativeBackend {
  readonly binding: Readonly<Record<string, number>>;
  executeSingleOutput(
    operation: string,
    attributes: readonly OperationAttribute[],
    inputs: readonly tf.Tensor[],
  ): tf.Tensor;
}

/** The native backend, or undefined when tfjs runs on another one. */
export function nativeBackend(): NativeBackend | undefined {
  const backend = tf.backend() as unknown as Partial<NativeBackend>;
  return backend.binding !== undefined && backend.executeSingleOutput !== undefined
    ? (backend as NativeBackend)
    : undefined;
}

/** The attribute `name` holding the type `dtype`, such as T = float32. */
export function typeAttribute(
  { binding }: NativeBackend,
  name: string,
  dtype: 'float32' | 'int32',
): OperationAttribute {
  return {
    name,
    type: binding.TF_ATTR_TYPE,
    value: dtype === 'float32' ? binding.TF_FLOAT : binding.TF_INT32,
  };
}
