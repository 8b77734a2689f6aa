import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { variableOf } from 'captcha-lab/model';
import {
  buildRecognizer,
  inputSize,
  labelledInputs,
  recognize,
  trainRecognizer,
  type TrainRecognizerOptions,
} from 'captcha-lab/recognizer';
import { createRandom } from 'captcha-lab/random';
import { ctcLoss, tf } from 'captcha-lab/tensorflow';
import { createOptimizer } from 'captcha-lab/training';
import { openRecognizerGraph } from '../../lib/recognizer/openRecognizerGraph';
import { temporaryFolder } from '../data/temporaryFolder';
import { TINY_SCHEME, tinyPictures } from './tinyPictures';

const size = inputSize(TINY_SCHEME);
const inputs = (count: number, from = 1) =>
  labelledInputs(tinyPictures(count, from), { size, alphabet: TINY_SCHEME.alphabet });

/** A clock that stands still. */
const now = (): number => 0;

describe('openRecognizerGraph', () => {
  it("moves every variable as tfjs's own gradients and Adam do", () => {
    // The tape's loss takes texts of one length only; and no two values of a picture are equal, since poolings may choose either.
    const texts = [
      [0, 1],
      [2, 1],
      [1, 1],
      [0, 2],
      [2, 0],
      [0, 0],
    ];
    const random = createRandom(1);
    const images = Float32Array.from({ length: 6 * size.height * size.width }, () => random.uniform());
    const options = { seed: 1, width: 0.25, dropout: 0 };
    const [ours, theirs] = [buildRecognizer(TINY_SCHEME, options), buildRecognizer(TINY_SCHEME, options)];
    const [mine, taped] = [ours, theirs].map((model) => model.trainableWeights.map(variableOf));
    const [first, second] = [mine, taped].map((variables) =>
      createOptimizer({ kind: 'adam', learningRate: 1e-3 }, variables),
    );
    const graph = openRecognizerGraph(ours, { optimizer: first, trainable: mine, batchSize: 6 });
    const loss = graph.step(images, texts);
    const expected = tf.tidy(() => {
      const batch = tf.tensor4d(images, [6, size.height, size.width, 1]);
      const { value, grads } = tf.variableGrads(
        () => ctcLoss(theirs.apply(batch, { training: true }) as tf.Tensor3D, Uint8Array.from(texts.flat())),
        taped,
      );
      second.step(taped.map(({ name }) => grads[name]));
      return value.dataSync()[0];
    });
    assert.ok(Math.abs(loss - expected) < 1e-3 * expected, `${loss} against ${expected}`);
    // After one step the first moments are a tenth of the gradients: they tell more than the weights, which Adam moves by its rate.
    first.slots.forEach((slot, name) => {
      const [a, b] = [slot, second.slots.get(name)!].map((each) => [...each.dataSync()]);
      const most = Math.max(...b.map(Math.abs));
      a.forEach((value, at) => {
        assert.ok(Math.abs(value - b[at]) <= 1e-3 * most + 1e-9, `${name}[${at}]: ${value} against ${b[at]}`);
      });
    });
    graph.dispose();
    tf.dispose([...first.slots.values(), ...second.slots.values()]);
    ours.dispose();
    theirs.dispose();
  });
});

describe('trainRecognizer', () => {
  it('learns from labels alone to read pictures that it never saw, and leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const model = buildRecognizer(TINY_SCHEME, { seed: 1, width: 0.25 });
    await trainRecognizer(model, {
      pictures: inputs(80),
      steps: 250,
      batchSize: 16,
      learningRate: 4e-3,
      seed: 1,
      now,
    });
    const others = tinyPictures(40, 1000);
    const readings = recognize(model, inputs(40, 1000), { scheme: TINY_SCHEME });
    const right = readings.filter(({ text }, index) => text === others[index].label).length;
    assert.ok(right >= 36, `${right} of 40`);
    assert.ok(readings.every(({ characters, text }) => characters.length === text.length));
    model.dispose();
    assert.equal(tf.memory().numTensors, before);
  });

  it('goes on from a checkpoint to the same weights, and refuses one of another run or a damaged one', async (test) => {
    const file = path.join(temporaryFolder(test), 'run', 'half.safetensors');
    const checkpoint = { file, everySeconds: 1e9, run: 'one' };
    const options: TrainRecognizerOptions = {
      pictures: inputs(20),
      steps: 8,
      batchSize: 4,
      seed: 3,
      now,
      every: 1,
    };
    const whole = buildRecognizer(TINY_SCHEME, { seed: 1, width: 0.25 });
    await trainRecognizer(whole, options);
    const stop = new AbortController();
    const half = buildRecognizer(TINY_SCHEME, { seed: 1, width: 0.25 });
    const cut = await trainRecognizer(half, {
      ...options,
      checkpoint,
      signal: stop.signal,
      onProgress: ({ step }) => {
        if (step === 5) stop.abort();
      },
    });
    assert.deepEqual([cut.interrupted, cut.steps], [true, 5]);
    const rest = buildRecognizer(TINY_SCHEME, { seed: 2, width: 0.25 });
    const steps: number[] = [];
    await trainRecognizer(rest, { ...options, checkpoint, onProgress: ({ step }) => steps.push(step) });
    assert.deepEqual(steps, [6, 7, 8]);
    const [expected, got] = [whole, rest].map((model) =>
      model.getWeights().map((one) => [...one.dataSync()]),
    );
    got.forEach((values, index) => {
      values.forEach((value, at) => {
        assert.ok(Math.abs(value - expected[index][at]) < 1e-4, `weight ${index}[${at}]`);
      });
    });
    await assert.rejects(trainRecognizer(rest, { ...options, checkpoint: { ...checkpoint, run: 'two' } }), {
      name: 'RangeError',
      message: /half\.safetensors: it belongs to another run: one instead of two/,
    });
    assert.ok(existsSync(file));
    writeFileSync(file, readFileSync(file).fill(7, 20_000, 20_100));
    await assert.rejects(trainRecognizer(rest, { ...options, checkpoint }), /its values are damaged/);
    for (const model of [whole, half, rest]) model.dispose();
  });

  it('ends when its seconds are over, the rate falling with them', async () => {
    const model = buildRecognizer(TINY_SCHEME, { seed: 1, width: 0.25 });
    let time = 0;
    const { steps, seconds, interrupted } = await trainRecognizer(model, {
      pictures: inputs(8),
      steps: 1000,
      seconds: 3,
      batchSize: 4,
      seed: 1,
      // A second passes whenever somebody looks at the clock.
      now: () => 100 * time++,
    });
    assert.ok(steps < 30 && seconds >= 3 && !interrupted, `${steps} steps in ${seconds} s`);
    model.dispose();
  });

  it('names what it cannot train on', async () => {
    const model = buildRecognizer(TINY_SCHEME, { seed: 1, width: 0.25 });
    const options: TrainRecognizerOptions = { pictures: inputs(4), steps: 1, seed: 1, now };
    const cases: [Partial<TrainRecognizerOptions>, RegExp][] = [
      [{ steps: 0 }, /steps must be a whole number of at least 1, got 0/],
      [{ batchSize: 1.5 }, /batchSize must be a whole number/],
      [{ seed: 0.5 }, /seed must be a whole number, got 0.5/],
      [{ learningRate: 0 }, /learningRate must be a number above 0, got 0/],
      [{ seconds: 0 }, /seconds must be above 0, got 0/],
      [{ pictures: { ...options.pictures, texts: [[3], [0], [0], [0]] } }, /below 3, the blank, got 3/],
      [{ pictures: { ...options.pictures, texts: [new Array<number>(40).fill(1)] } }, /got one of 79/],
      [{ pictures: { ...options.pictures, size: { ...size, width: 4 } } }, /got 4 x 48/],
    ];
    for (const [wrong, message] of cases) {
      await assert.rejects(trainRecognizer(model, { ...options, ...wrong }), { name: 'RangeError', message });
    }
    model.dispose();
  });
});
