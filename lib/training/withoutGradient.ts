import { CLIP } from './crossEntropy';
import type { Predictions } from './predictClasses';

/** How many examples teach nothing at the moment: their true class has so small a probability that the loss is clipped, and
 *  a clipped loss has no gradient. In a network that is not yet trained a large share means death at birth. */
export function withoutGradient({ truth, probabilities }: Predictions): number {
  const classes = probabilities.length / truth.length;
  return truth.reduce(
    (count, label, example) => count + (probabilities[example * classes + label] < CLIP ? 1 : 0),
    0,
  );
}
