import { access, constants, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Dropout } from '../model';
import { variableOf } from '../model';
import { createRandom, deriveSeed } from '../random';
import { choosePrecision, stagesOf, type Precision } from '../kernels';
import { nativeBackend, tf } from '../tensorflow';
import {
  checkpointConfig,
  type PartOfEpoch,
  type RunState,
  firstState,
  readCheckpoint,
  writeCheckpoint,
} from './checkpoint';
import { createOptimizer, type Optimizer } from './optimizer';
import { runConfig } from './runConfig';
import { openTrainingGraph, type TrainingGraph } from './trainingGraph';
import type { TrainOptions } from './trainingTypes';

/** A run in progress: the model, what moves it, and what must be kept to go on another day. */
export interface TrainingRun {
  readonly state: RunState;
  /** Variables that gradients are taken of, with the optimiser that moves them. */
  readonly trainable: readonly tf.Variable[];
  readonly optimizer: Optimizer;
  readonly dropouts: readonly Dropout[];
  readonly precision: Precision;
  /** The step as one graph, where the model allows it. */
  readonly graph: TrainingGraph | undefined;
  readonly resumedEpochs: number;
  /** Writes the checkpoint, if one was asked for; within an epoch with how far it is. */
  save(within?: PartOfEpoch): Promise<void>;
  /** The next epoch's order, and how far it is already. */
  startEpoch(examples: number): { readonly order: Uint32Array; readonly already: PartOfEpoch | undefined };
  dispose(): void;
}

/** Sets up a run from its first step, or from its checkpoint when the file is there. */
export async function openRun(model: tf.LayersModel, options: TrainOptions): Promise<TrainingRun> {
  const { seed, checkpoint } = options;
  const file = checkpoint === undefined ? undefined : resolve(checkpoint.file);
  const precision = await precisionOf(model, options, file);
  const config = file === undefined ? {} : runConfig(model, options, precision);
  if (file !== undefined) await checkWritable(file);
  const trainable = model.trainableWeights.map(variableOf);
  const optimizer = createOptimizer(options.optimizer, trainable);
  const variables = new Map<string, tf.Variable>();
  model.weights.forEach((weight, index) => {
    // tfjs numbers unnamed layers through the whole process: their names are others at every run.
    const role = weight.originalName.split('/').at(-1)!;
    variables.set(`weights.${index}.${role}`, variableOf(weight));
  });
  for (const [name, slot] of optimizer.slots) variables.set(`optimizer.${name}`, slot);
  try {
    const restored = file === undefined ? undefined : await readCheckpoint(file, config, variables);
    const state = restored?.state ?? firstState(createRandom(deriveSeed(seed, 'shuffle')).state());
    restored?.values.forEach((values, name) => {
      const variable = variables.get(name)!;
      tf.tidy(() => {
        variable.assign(tf.tensor(values, variable.shape));
      });
    });
    optimizer.steps = state.steps;
    const dropouts = dropoutLayers(model);
    dropouts.forEach((layer, index) => {
      layer.seed = deriveSeed(seed, 'dropout', index);
      layer.step = state.steps;
    });
    const random = createRandom(state.random);
    let epochRandom = state.random;
    const graph = openTrainingGraph(model, {
      trainable,
      optimizer,
      batchSize: options.batchSize,
      precision,
    });
    return {
      state,
      trainable,
      optimizer,
      dropouts,
      precision,
      graph,
      resumedEpochs: state.history.length,
      startEpoch(examples) {
        epochRandom = random.state();
        const order = random.shuffle(Uint32Array.from({ length: examples }, (_, index) => index));
        return { order, already: state.within };
      },
      async save(within) {
        state.within = within;
        Object.assign(state, { steps: optimizer.steps, random: within ? epochRandom : random.state() });
        if (file !== undefined) await writeCheckpoint(file, config, state, variables);
      },
      dispose() {
        graph?.dispose();
        optimizer.dispose();
      },
    };
  } catch (error) {
    optimizer.dispose();
    throw error;
  }
}

/** A run has one precision from its first epoch to its last. Throws RangeError when bfloat16 is asked for and the model cannot have it. */
async function precisionOf(
  model: tf.LayersModel,
  { precision = 'float32', batchSize }: TrainOptions,
  file: string | undefined,
): Promise<Precision> {
  if (precision === 'float32') return 'float32';
  const possible = nativeBackend() !== undefined && stagesOf(model, { batch: batchSize }) !== undefined;
  if (precision === 'bfloat16') {
    if (possible) return 'bfloat16';
    throw new RangeError(
      "train: precision 'bfloat16' is for networks of the report's kinds on tfjs-node's backend, got another; use 'float32'.",
    );
  }
  const begun = file === undefined ? undefined : await checkpointConfig(file);
  if (begun) return begun.precision === 'bfloat16' ? 'bfloat16' : 'float32';
  return possible ? choosePrecision(precision) : 'float32';
}

/** Dropout layers of a model, those of models within it included. */
function dropoutLayers(model: tf.LayersModel): Dropout[] {
  return model.layers.flatMap((layer) => {
    if (layer instanceof Dropout) return [layer];
    return layer instanceof tf.LayersModel ? dropoutLayers(layer) : [];
  });
}

/** An hour of training must not end in a folder that cannot be written. */
async function checkWritable(file: string): Promise<void> {
  const folder = dirname(file);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new RangeError(
      `train: checkpoint.file must lie in a folder that can be written, got ${file}: ${(error as Error).message}.`,
    );
  }
}
