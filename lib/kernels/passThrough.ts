import type { tf } from '../tensorflow';
import type { PassMode, Stage, StagePass } from './stage';

/** Goes through stages, one after the other; the way back gives the gradients by all their weights. */
export function passThrough<V>(stages: readonly Stage[], input: V, mode: PassMode<V>): StagePass<V> {
  const passes: StagePass<V>[] = [];
  let output = input;
  for (const stage of stages) {
    const pass = stage.forward(output, mode);
    passes.push(pass);
    output = pass.output;
  }
  return {
    output,
    backward(dy, wantsInput) {
      const weights: (readonly [tf.Variable, V])[] = [];
      let by: V | undefined = dy;
      for (let index = passes.length - 1; index >= 0 && by !== undefined; index--) {
        const gradients = passes[index].backward(by, index > 0 || wantsInput);
        weights.push(...gradients.weights);
        by = gradients.input;
      }
      return { ...(wantsInput && by !== undefined && { input: by }), weights };
    },
  };
}
