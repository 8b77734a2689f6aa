import { buildModel, TABLE_IV } from 'captcha-lab/model';
import { tf } from 'captcha-lab/tensorflow';
import { train } from 'captcha-lab/training';
import { randomExamples } from './randomPictures';
import { serveRounds } from './serveRounds';

// Training Table IV, an epoch a round. Arguments: width, batch, steps.
const [width, batchSize, steps] = process.argv.slice(2).map(Number);
const model = buildModel(TABLE_IV, { seed: 1, width });
const validation = randomExamples(1);
const epochOf = (count: number): (() => Promise<unknown>) => {
  const examples = randomExamples(count);
  return () =>
    train(model, {
      train: examples,
      validation,
      optimizer: { kind: 'sgd', learningRate: 1e-4 },
      batchSize,
      epochs: 1,
      inputScale: 1 / 255,
      seed: 1,
    });
};
const epoch = epochOf(batchSize * steps);
void serveRounds({
  versions: { tfjs: tf.version.tfjs, node: process.versions.node },
  warmUp: epochOf(batchSize * Math.ceil(Math.min(steps, 4) / 2)),
  // The epoch's measure on one example is within the time: Keras has nothing like it, so that it counts against us.
  async round() {
    await epoch();
    return { examples: batchSize * steps };
  },
});
