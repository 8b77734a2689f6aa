import { nativeBackend, tf } from '../tensorflow';
import { eagerEmitter } from './eagerEmitter';
import { createKernels } from './createKernels';
import { inParts, PICTURES_AT_ONCE } from './inParts';
import { stagesOf } from './stagesOf';

/** Gives probabilities [batch, classes] for pictures [batch, height, width, channels], dropout off, by TensorFlow's kernels alone:
 *  without tfjs's layers, pooling before bias and ReLU, each array let go as soon as it was used. Equals the model's own way within
 *  1e-5. The caller disposes the result.
 *  Undefined where a layer, or a setting of one, is of another kind than in the report's networks, or tfjs is not on its native
 *  backend. */
export function stagedPredictor(model: tf.LayersModel): ((images: tf.Tensor) => tf.Tensor) | undefined {
  const native = nativeBackend();
  const few = native && stagesOf(model, { batch: 1 });
  const many = native && stagesOf(model, { batch: PICTURES_AT_ONCE });
  if (few === undefined || many === undefined) return undefined;
  const mode = { kernels: createKernels(eagerEmitter(native!)), wayBack: false };
  return inParts((images) => {
    const network = images.shape[0] < PICTURES_AT_ONCE ? few : many;
    const logits = network.stages.reduce((input, stage) => {
      const output = tf.tidy(() => stage.forward(input, mode).output);
      if (input !== images && input !== output) input.dispose();
      return output;
    }, images);
    const probabilities = mode.kernels.softmax(logits);
    if (logits !== images) logits.dispose();
    return probabilities;
  });
}
