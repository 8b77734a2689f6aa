import type { ExampleSource } from 'captcha-lab/data';
import { Dropout } from 'captcha-lab/model';
import { createRandom } from 'captcha-lab/random';
import { tf } from 'captcha-lab/tensorflow';
import type { EpochEntry, TrainOptions } from 'captcha-lab/training';

/** Pictures of 4 x 4 noise with one bright row that tells the class, 0–3. */
export function brightRows(count: number, seed: number): ExampleSource {
  const random = createRandom(seed);
  const examples = Array.from({ length: count }, () => {
    const label = random.integer(4);
    const noise = Array.from(
      { length: 16 },
      (_, at) => random.integer(100) + (Math.floor(at / 4) === label ? 150 : 0),
    );
    return { label, noise };
  });
  return {
    count,
    height: 4,
    width: 4,
    read(index, target, offset) {
      examples[index].noise.forEach((value, at) => (target[offset + at] = value));
      return examples[index].label;
    },
  };
}

/** A net of a few dozen weights, with dropout unless its rate is 0. */
export function smallNet(seed: number, { dropout = 0.25 } = {}): tf.LayersModel {
  const kernelInitializer = (): ReturnType<typeof tf.initializers.glorotUniform> =>
    tf.initializers.glorotUniform({ seed: seed++ });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [4, 4, 1],
        filters: 4,
        kernelSize: 3,
        activation: 'relu',
        kernelInitializer: kernelInitializer(),
      }),
      ...(dropout === 0 ? [] : [new Dropout({ rate: dropout })]),
      tf.layers.flatten(),
      tf.layers.dense({ units: 8, activation: 'relu', kernelInitializer: kernelInitializer() }),
      tf.layers.dense({ units: 4, activation: 'softmax', kernelInitializer: kernelInitializer() }),
    ],
  });
}

/** Options that train `smallNet` on `brightRows` in a blink. */
export function smallRun(changes: Partial<TrainOptions> = {}): TrainOptions {
  return {
    train: brightRows(50, 1),
    validation: brightRows(20, 2),
    optimizer: { kind: 'sgd', learningRate: 0.1 },
    batchSize: 8,
    epochs: 3,
    inputScale: 1 / 255,
    seed: 1,
    ...changes,
  };
}

/** A history without its times, which no two runs share. */
export function measured(history: readonly EpochEntry[]): unknown[] {
  return history.map((entry) => ({ ...entry, seconds: 0, examplesPerSecond: 0 }));
}
