import { tf } from './tf';

/** One attribute of a TensorFlow operation, as the binding takes it. */
export interface OperationAttribute {
  readonly name: string;
  readonly type: number;
  readonly value: unknown;
}

/** A tensor that exists in TensorFlow only, as the binding describes it. */
export interface NativeTensor {
  readonly id: number;
}

/** TensorFlow's C functions and constants, as far as the kit uses them. */
export interface NativeBinding {
  readonly TF_ATTR_TYPE: number;
  readonly TF_ATTR_INT: number;
  readonly TF_ATTR_BOOL: number;
  readonly TF_ATTR_FLOAT: number;
  readonly TF_ATTR_STRING: number;
  readonly TF_FLOAT: number;
  readonly TF_INT32: number;
  readonly TF_INT64: number;
  executeOp(
    operation: string,
    attributes: readonly OperationAttribute[],
    inputs: readonly number[],
    outputs: number,
  ): NativeTensor[];
  deleteTensor(id: number): void;
  /** Id of a session on the graph in a folder. */
  loadSavedModel(folder: string, tags: string): number;
  /** Names are joined by commas. */
  runSavedModel(
    session: number,
    inputs: readonly number[],
    inputNames: string,
    outputNames: string,
  ): NativeTensor[];
  deleteSavedModel(session: number): void;
}

/** What the kit uses of tfjs-node's backend: running a TensorFlow kernel that tfjs itself has no function for. */
export interface NativeBackend {
  readonly binding: NativeBinding;
  /** Ids of tensors in TensorFlow, to be given to `binding.executeOp`. */
  getInputTensorIds(inputs: readonly tf.Tensor[]): number[];
  /** Makes a tensor of what `binding.executeOp` gave; tfjs then looks after it. */
  createOutputTensor(tensor: NativeTensor): tf.Tensor;
  executeSingleOutput(
    operation: string,
    attributes: readonly OperationAttribute[],
    inputs: readonly tf.Tensor[],
  ): tf.Tensor;
  executeMultipleOutputs(
    operation: string,
    attributes: readonly OperationAttribute[],
    inputs: readonly tf.Tensor[],
    outputs: number,
  ): tf.Tensor[];
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
