import { nativeBackend, tf } from '../tensorflow';
import { eagerEmitter } from './eagerEmitter';
import { createKernels } from './kernels';
import { networkInput } from './networkInput';
import { stagesOf } from './stagesOf';

/** Gives probabilities [batch, classes] for pictures [batch, height, width, channels], dropout off, by TensorFlow's kernels alone:
 *  without tfjs's layers, pooling before bias and ReLU, each array let go as soon as it was used. Equals the model's own way within
 *  1e-5. The caller disposes the result.
 *  Undefined where a layer, or a setting of one, is of another kind than in the report's networks, or tfjs is not on its native
 *  backend. */
export function stagedPredictor(model: tf.LayersModel): ((images: tf.Tensor) => tf.Tensor) | undefined {
  const native = nativeBackend();
  const network = native && stagesOf(model);
  if (network === undefined) return undefined;
  const mode = { kernels: createKernels(eagerEmitter(native!)) };
  return (images) => {
    const first = networkInput(network, images);
    const logits = network.stages.reduce((input, stage) => {
      const output = tf.tidy(() => stage.forward(input, mode).output);
      if (input !== images && input !== output) input.dispose();
      return output;
    }, first);
    const probabilities = mode.kernels.softmax(logits);
    if (logits !== images) logits.dispose();
    return probabilities;
  };
}
