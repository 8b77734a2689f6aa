import { nativeBackend, typeAttribute, type NativeBackend, type OperationAttribute } from './nativeBackend';
import { tf } from './tf';

/** Mean connectionist temporal classification loss of `logits` [batch, time, classes] for texts of equal length, as a
 *  differentiable scalar; the last class is the blank. labels: batch x length class indices, row-major.
 *  Loss and gradient come from TensorFlow's CTCLoss kernel in one call, natural logarithms.
 *  Throws RangeError when labels do not fill the batch or are no classes, or a text needs more time steps than there are
 *  (its length, and one for each repeat), and Error on a backend without the kernel.
 *  Source: Graves et al. 2006. */
export function ctcLoss(logits: tf.Tensor3D, labels: Uint8Array): tf.Scalar {
  const native = nativeBackend();
  if (native === undefined) {
    throw new Error('ctcLoss: needs the native backend of TensorFlow; training runs in Node only.');
  }
  checkLabels(logits, labels);
  const operation = tf.customGrad((input, save) => {
    const [loss, gradient] = evaluate(native, input as tf.Tensor3D, labels);
    (save as tf.GradSaveFunc)([gradient]);
    return {
      value: loss.mean(),
      gradFunc: (upstream, saved) => saved[0].mul(upstream).div(logits.shape[0]),
    };
  });
  return operation(logits) as tf.Scalar;
}

function evaluate(native: NativeBackend, logits: tf.Tensor3D, labels: Uint8Array): [tf.Tensor, tf.Tensor] {
  const { binding } = native;
  const [batch, time] = logits.shape;
  const length = labels.length / batch;
  const flag = (name: string, value: boolean): OperationAttribute => ({
    name,
    type: binding.TF_ATTR_BOOL,
    value,
  });
  const places = Int32Array.from({ length: labels.length * 2 }, (_, index) =>
    index % 2 === 0 ? Math.floor((index >> 1) / length) : (index >> 1) % length,
  );
  return tf.tidy(() => {
    // tfjs has no 64-bit integers, which the kernel wants for places: they are made, used and dropped in TensorFlow itself.
    const [wide] = binding.executeOp(
      'Cast',
      [
        { name: 'SrcT', type: binding.TF_ATTR_TYPE, value: binding.TF_INT32 },
        { name: 'DstT', type: binding.TF_ATTR_TYPE, value: binding.TF_INT64 },
        flag('Truncate', false),
      ],
      native.getInputTensorIds([tf.tensor2d(places, [labels.length, 2], 'int32')]),
      1,
    );
    try {
      const [scores, values, lengths] = native.getInputTensorIds([
        logits.transpose([1, 0, 2]),
        tf.tensor1d(Int32Array.from(labels), 'int32'),
        tf.fill([batch], time, 'int32'),
      ]);
      const [loss, gradient] = binding.executeOp(
        'CTCLoss',
        [
          flag('preprocess_collapse_repeated', false),
          flag('ctc_merge_repeated', true),
          flag('ignore_longer_outputs_than_inputs', false),
          typeAttribute(native, 'T', 'float32'),
        ],
        [scores, wide.id, values, lengths],
        2,
      );
      return [native.createOutputTensor(loss), native.createOutputTensor(gradient).transpose([1, 0, 2])];
    } finally {
      binding.deleteTensor(wide.id);
    }
  });
}

function checkLabels(logits: tf.Tensor3D, labels: Uint8Array): void {
  const [batch, time, classes] = logits.shape;
  const length = labels.length / batch;
  if (!Number.isInteger(length) || length < 1) {
    throw new RangeError(
      `ctcLoss: labels must hold as many for each of ${batch} examples, got ${labels.length}.`,
    );
  }
  for (let example = 0; example < batch; example++) {
    const text = labels.subarray(example * length, (example + 1) * length);
    const wrong = text.find((label) => label >= classes - 1);
    if (wrong !== undefined) {
      throw new RangeError(
        `ctcLoss: labels must be from 0 to ${classes - 2}, got ${wrong}; ${classes - 1} is the blank.`,
      );
    }
    const needed = length + text.filter((label, index) => index > 0 && label === text[index - 1]).length;
    if (needed > time) {
      throw new RangeError(`ctcLoss: text ${example} needs ${needed} time steps, but logits have ${time}.`);
    }
  }
}
