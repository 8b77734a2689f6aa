import { convolutionSums, reluStage, stagesOfHidden, type Stage } from '../kernels';
import { variableOf } from '../model';
import type { tf } from '../tensorflow';
import { BATCH_NORMALIZATION_EPSILON } from './buildRecognizer';
import { normalizationStage, type Measured } from './normalizationStage';
import { columnsStage, reshapeStage } from './shapeStages';

/** The stages of a network that `buildRecognizer` made, up to its scores. A pooling goes before the ReLU that comes before it.
 *  batch: how many pictures at a time, more or less. onMeasured: called, as the stages are gone through, with what each batch
 *  normalisation measures of the batch and the variables that keep its running mean and variance.
 *  Throws TypeError for a layer of another kind. @internal */
export function recognizerStages<V>(
  model: tf.LayersModel,
  { batch, onMeasured }: { readonly batch: number; readonly onMeasured: (measured: Measured<V>) => void },
): Stage[] {
  const stages: Stage[] = [];
  for (const layer of model.layers) {
    const weights = layer.weights.map(variableOf);
    const shape = (layer.outputShape as tf.Shape).slice(1) as number[];
    switch (layer.getClassName()) {
      case 'InputLayer':
        break;
      case 'Conv2D':
        stages.push(...convolutionSums(layer, { filter: weights[0], bias: weights[1], batch })!);
        break;
      case 'BatchNormalization': {
        const [scale, offset, mean, variance] = weights;
        const options = { scale, offset, mean, variance, epsilon: BATCH_NORMALIZATION_EPSILON };
        stages.push(normalizationStage(options, onMeasured as (measured: Measured<unknown>) => void));
        break;
      }
      case 'Activation':
        stages.push(reluStage());
        break;
      case 'MaxPooling2D':
        stages.splice(stages.length - 1, 0, ...stagesOfHidden([layer], { batch })!);
        break;
      case 'Permute':
        stages.push(columnsStage());
        break;
      case 'Reshape':
        stages.push(reshapeStage(shape));
        break;
      case 'Dropout':
        stages.push(...stagesOfHidden([layer], { batch })!);
        break;
      default:
        throw new TypeError(`recognizerStages: a recognizer has no layer of kind ${layer.getClassName()}.`);
    }
  }
  return stages;
}
