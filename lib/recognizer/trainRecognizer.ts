import { Dropout, variableOf } from '../model';
import { deriveSeed } from '../random';
import { tf } from '../tensorflow';
import { createOptimizer, warmUpAndDecay } from '../training';
import { checkTrainRecognizer } from './checkTrainRecognizer';
import { openRecognizerGraph } from './openRecognizerGraph';
import { readRecognizerCheckpoint, writeRecognizerCheckpoint } from './recognizerCheckpoint';
import type { TrainRecognizerOptions } from './recognizerTraining';
import { trainingBatches } from './trainingBatches';

/** What a training came to. */
export interface TrainedRecognizer {
  readonly steps: number;
  readonly seconds: number;
  /** Of the processor's work, on all cores together. */
  readonly processorSeconds: number;
  /** True where `signal` ended it. */
  readonly interrupted: boolean;
}

/** Trains a recognizer in place from labelled pictures alone: CTC loss, Adam, each picture varied a little each time it comes up. The
 *  same options, without `seconds`, give the same weights on one machine. Lets other work in between steps.
 *  Throws RangeError for an option out of range, a text that the columns cannot hold, or a checkpoint that is damaged or of another run. */
export async function trainRecognizer(
  model: tf.LayersModel,
  options: TrainRecognizerOptions,
): Promise<TrainedRecognizer> {
  checkTrainRecognizer(model, options);
  const { pictures, steps, seconds = Infinity, now, batchSize = 32, learningRate = 2e-3, seed } = options;
  const { checkpoint, onProgress, every = 20, signal, processor = () => 0 } = options;
  const trainable = model.trainableWeights.map(variableOf);
  const optimizer = createOptimizer({ kind: 'adam', learningRate }, trainable);
  const kept = new Map<string, tf.Variable>();
  model.weights.forEach((weight, index) => kept.set(`weights.${index}`, variableOf(weight)));
  for (const [name, slot] of optimizer.slots) kept.set(`optimizer.${name}`, slot);
  const dropouts = model.layers.filter((layer) => layer instanceof Dropout);
  dropouts.forEach((layer, index) => (layer.seed = deriveSeed(seed, 'dropout', index)));
  const graph = openRecognizerGraph(model, { optimizer, trainable, batchSize });
  try {
    const before = checkpoint && (await readRecognizerCheckpoint(checkpoint.file, checkpoint.run, kept));
    const started = now() - 1000 * (before?.seconds ?? 0);
    const elapsed = (): number => (now() - started) / 1000;
    const worked = processor() - (before?.processorSeconds ?? 0);
    const batchAt = trainingBatches(pictures, { batchSize, seed });
    optimizer.steps = before?.steps ?? 0;
    let saved = elapsed();
    let [sum, summed] = [0, 0];
    const share = (): number => Math.min(1, Math.max(optimizer.steps / steps, elapsed() / seconds));
    const save = async (): Promise<void> => {
      if (checkpoint === undefined) return;
      const state = { steps: optimizer.steps, seconds: elapsed(), processorSeconds: processor() - worked };
      await writeRecognizerCheckpoint(checkpoint.file, checkpoint.run, { state, variables: kept });
      saved = elapsed();
    };
    while (share() < 1 && signal?.aborted !== true) {
      const step = optimizer.steps;
      optimizer.learningRate = learningRate * warmUpAndDecay(share());
      for (const layer of dropouts) layer.step = step;
      const { images, texts } = batchAt(step);
      sum += graph.step(images, texts);
      summed++;
      if (summed === every || optimizer.steps === steps) {
        onProgress?.({
          step: optimizer.steps,
          steps,
          share: share(),
          loss: sum / summed,
          seconds: elapsed(),
        });
        [sum, summed] = [0, 0];
      }
      if (checkpoint !== undefined && elapsed() - saved >= checkpoint.everySeconds) await save();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const interrupted = share() < 1;
    if (interrupted) await save();
    const processorSeconds = processor() - worked;
    return { steps: optimizer.steps, seconds: elapsed(), processorSeconds, interrupted };
  } finally {
    graph.dispose();
    optimizer.dispose();
  }
}
