import { nativeBackend, typeAttribute } from './nativeBackend';
import { tf } from './tf';

/** ReLU's gradient by TensorFlow's own ReluGrad kernel: dy where the output y is above 0, else 0.
 *  tfjs composes it of six operations, a quarter of a training step's time. Layers stay tfjs's.
 *  On another backend the formula is computed there. */
export function reluGradient(dy: tf.Tensor, y: tf.Tensor): tf.Tensor {
  const native = nativeBackend();
  if (native === undefined) return dy.mul(y.greater(0).cast('float32'));
  return native.executeSingleOutput('ReluGrad', [typeAttribute(native, 'T', 'float32')], [dy, y]);
}

/** Makes `reluGradient` the gradient of every ReLU in this process. */
export function registerReluGradient(): void {
  tf.unregisterGradient('Relu');
  tf.registerGradient({
    kernelName: 'Relu',
    // y > 0 exactly when x > 0, and keeping y lets x go.
    outputsToSave: [true],
    gradFunc: (dy, [y]) => ({ x: () => reluGradient(dy as tf.Tensor, y) }),
  });
}
