import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { selectExamples, type CharacterSet } from 'captcha-lab/data';
import { trainLive, type TrainLiveOptions } from 'captcha-lab/notebook';
import { tf } from 'captcha-lab/tensorflow';
import { recordingDisplay } from './recordingDisplay';

// Bright pictures are class 0, dark ones class 1.
const set: CharacterSet = {
  count: 8,
  width: 2,
  height: 2,
  pixels: Uint8Array.from({ length: 32 }, (_, pixel) => (Math.floor(pixel / 4) % 2 === 0 ? 250 : 5)),
  labels: Uint8Array.of(0, 1, 0, 1, 0, 1, 0, 1),
  captcha: new Int32Array(8).fill(-1),
  position: new Uint8Array(8),
};
const source = selectExamples(set, [0, 1, 2, 3, 4, 5, 6, 7]);

function tinyModel(): tf.LayersModel {
  const model = tf.sequential();
  model.add(tf.layers.flatten({ inputShape: [2, 2, 1] }));
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 3 });
  model.add(tf.layers.dense({ units: 2, activation: 'softmax', kernelInitializer }));
  return model;
}

function run(more: Partial<TrainLiveOptions> = {}) {
  const display = recordingDisplay();
  const model = tinyModel();
  const result = trainLive(model, {
    train: source,
    validation: source,
    optimizer: { kind: 'adam', learningRate: 0.1 },
    batchSize: 4,
    epochs: 6,
    inputScale: 1 / 255,
    seed: 1,
    display,
    ...more,
  }).finally(() => {
    model.dispose();
  });
  return { display, result };
}

describe('trainLive', () => {
  it('ends with the whole curve and a line of the last and the best epoch', async () => {
    const { display, result } = run({ subtitle: 'tiny' });
    const { history, best } = await result;
    assert.equal(history.length, 6);
    const [line, figure] = display.slots.map((states) => states.at(-1)!);
    assert.match(line.text, /^6 of 6 epochs · last: training .*% · best: validation .*% in epoch \d+$/);
    assert.ok(line.text.includes(`in epoch ${best!.epoch}`));
    assert.match(figure.text, /6 epochs/);
    assert.match(String(figure.content), /tiny/);
  });

  it('stops at an interrupt and says how far it came', async () => {
    const listeners = process.listenerCount('SIGINT');
    const { display, result } = run({
      onEpoch: ({ epoch }) => {
        if (epoch === 2) process.emit('SIGINT');
      },
    });
    assert.equal((await result).history.length, 2);
    assert.match(display.slots[0].at(-1)!.text, /^2 of 6 epochs, interrupted/);
    assert.equal(process.listenerCount('SIGINT'), listeners);
  });

  it('obeys a signal of the caller too', async () => {
    const { result } = run({ signal: AbortSignal.abort() });
    assert.deepEqual((await result).history, []);
  });

  it('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    await run().result;
    assert.equal(tf.memory().numTensors, before);
  });
});
