import { tf, type NativeBackend, type OperationAttribute } from '../tensorflow';
import type { Attribute, Emitter } from './emitter';

/** Calls kernels at once, on tensors, past tfjs's operations and without a tape. */
export function eagerEmitter(native: NativeBackend): Emitter<tf.Tensor> {
  const { binding } = native;
  const types = {
    float32: binding.TF_FLOAT,
    // tfjs has no name for it, nor tensors of it: it stays inside graphs.
    bfloat16: undefined,
    int32: binding.TF_INT32,
    int64: binding.TF_INT64,
  };
  const kinds = {
    text: binding.TF_ATTR_STRING,
    flag: binding.TF_ATTR_BOOL,
    number: binding.TF_ATTR_FLOAT,
    int: binding.TF_ATTR_INT,
    ints: binding.TF_ATTR_INT,
  };
  const known = new WeakMap<readonly Attribute[], OperationAttribute[]>();
  const translate = (attributes: readonly Attribute[]): OperationAttribute[] => {
    let translated = known.get(attributes);
    if (translated === undefined) {
      translated = attributes.map((one): OperationAttribute =>
        one.kind === 'type'
          ? { name: one.name, type: binding.TF_ATTR_TYPE, value: types[one.value] }
          : { name: one.name, type: kinds[one.kind], value: one.value },
      );
      known.set(attributes, translated);
    }
    return translated;
  };
  return {
    emit: (operation, attributes, inputs, outputs = 1) =>
      native.executeMultipleOutputs(operation, translate(attributes), inputs, outputs),
    constant: (values, shape, type) => tf.tensor([...values], [...shape], type),
    variable: (variable) => variable,
  };
}
