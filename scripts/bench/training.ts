import { readSync } from 'node:fs';
import { buildModel } from 'captcha-lab/model';
import { TABLE_IV } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { train } from 'captcha-lab/training';
import { startCost, type Cost } from './serveRounds';
import { randomExamples } from './randomPictures';

// Training Table IV, an epoch a round (see `openContestant`). Arguments: width, batch, steps.
// All rounds are epochs of one training: what it sets up once is set up once, as in the peer. So the wait for the next round is within
// `onEpoch`, which holds the training up; `serveRounds` would start a new one each time.
const [width, batchSize, steps] = process.argv.slice(2).map(Number);
let costSince: (() => Cost) | undefined;

/** Waits for a line; false at the end of the input. */
function nextRound(): boolean {
  const line: number[] = [];
  const byte = Buffer.alloc(1);
  while (readSync(0, byte) > 0 && byte[0] !== 10) line.push(byte[0]);
  const text = String.fromCharCode(...line);
  if (text !== '' && text !== 'run') {
    throw new Error(`a contestant is asked by lines "run", got ${JSON.stringify(text)}.`);
  }
  return text === 'run';
}

void train(buildModel(TABLE_IV, { seed: 1, width }), {
  train: randomExamples(batchSize * steps),
  validation: randomExamples(1),
  optimizer: { kind: 'sgd', learningRate: 1e-4 },
  batchSize,
  epochs: 1e6,
  inputScale: 1 / 255,
  seed: 1,
  // The epoch's measure on one example is within the time: Keras has nothing like it, so that it counts against us.
  onEpoch() {
    const versions = { tfjs: tf.version.tfjs, node: process.versions.node };
    console.log(
      JSON.stringify(costSince ? { ...costSince(), examples: batchSize * steps } : { ready: true, versions }),
    );
    if (!nextRound()) process.exit(0);
    costSince = startCost();
  },
});
