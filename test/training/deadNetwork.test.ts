import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { train, type Diagnosis } from 'captcha-lab/training';
import { FIRST_WATCH, watchEpoch, type Observation } from '../../lib/training/deadNetwork';
import { smallNet, smallRun } from './smallTask';

interface Epoch {
  loss: number;
  valLoss?: number;
  /** Class given to each of four examples. */
  classes: number[];
  truth?: number[];
  /** How far the probabilities of the first example lie from the others'. */
  spread?: number;
}

/** What is diagnosed after each epoch. */
function diagnoses(epochs: Epoch[], inputScale = 1): (Diagnosis | undefined)[] {
  let watch = FIRST_WATCH;
  return epochs.map(({ loss, valLoss = 1, classes, truth = [0, 1, 2, 2], spread = 0.1 }, index) => {
    const probabilities = Float32Array.from([
      0.3 + spread,
      0.3,
      0.4 - spread,
      ...[1, 2, 3].flatMap(() => [0.3, 0.3, 0.4]),
    ]);
    const predictions = { truth: Uint8Array.from(truth), classes: Uint8Array.from(classes), probabilities };
    const observation: Observation = {
      epoch: index + 1,
      loss,
      valLoss,
      predictions,
      optimizer: { kind: 'adam', learningRate: 1e-3 },
      inputScale,
    };
    const seen = watchEpoch(watch, observation);
    watch = seen.watch;
    return seen.diagnosis;
  });
}

const kinds = (epochs: Epoch[]): (string | undefined)[] =>
  diagnoses(epochs).map((diagnosis) => diagnosis?.kind);
const same = [2, 2, 2, 2];
const several = [2, 2, 1, 2];

describe('watchEpoch', () => {
  it('calls a network dead after three epochs of one class for any picture', () => {
    const epochs = [3, 2.9, 2.8].map((loss) => ({ loss, classes: same, spread: 1e-6 }));
    assert.deepEqual(kinds(epochs), [undefined, undefined, 'dead']);
  });

  it('calls it dead when its loss stands still, however the probabilities vary', () => {
    const epochs = [14.48, 14.48, 14.5, 14.48].map((loss) => ({ loss, classes: same }));
    assert.deepEqual(kinds(epochs), [undefined, undefined, undefined, 'dead']);
  });

  it('calls a network dead that had learned before', () => {
    const epochs = [
      { loss: 2, classes: several },
      ...[2.9, 2.9, 2.9].map((loss) => ({ loss, classes: same })),
    ];
    assert.deepEqual(kinds(epochs), [undefined, undefined, undefined, 'dead']);
  });

  it('gives no false alarm for a network that is slow at the start', () => {
    const slow = [2.94, 2.93, 2.92, 2.9, 2.85].map((loss) => ({ loss, classes: same }));
    assert.deepEqual(kinds([...slow, { loss: 2.7, classes: several }]), Array(6).fill(undefined));
  });

  it('gives no false alarm for two still epochs, nor for one class that is the only true one', () => {
    const still = { loss: 3, classes: same, spread: 0 };
    assert.deepEqual(
      kinds([still, still, { loss: 2, classes: several }, still, still]),
      Array(5).fill(undefined),
    );
    assert.deepEqual(kinds(Array<Epoch>(5).fill({ ...still, truth: same })), Array(5).fill(undefined));
  });

  it('calls a network slow that gives one class for ten epochs while its loss falls', () => {
    const epochs = Array.from({ length: 10 }, (_, index) => ({ loss: 2.94 - index / 1000, classes: same }));
    assert.deepEqual(kinds(epochs), [...Array<undefined>(9).fill(undefined), 'slow']);
    assert.match(diagnoses(epochs)[9]!.message, /learning rate of 0.001 is likely too low/);
  });

  it('calls a network diverged as soon as a loss is no finite number', () => {
    for (const loss of [NaN, Infinity]) {
      assert.deepEqual(kinds([{ loss, classes: several }]), ['diverged']);
      assert.deepEqual(kinds([{ loss: 1, valLoss: loss, classes: several }]), ['diverged']);
    }
  });

  it('names the likely cause: raw inputs when they are raw, else the rate', () => {
    const dead = Array<Epoch>(3).fill({ loss: 14.48, classes: same, spread: 0 });
    assert.match(
      diagnoses(dead)[2]!.message,
      /^Epoch 3: for 3 epochs every validation example has got class 2 .* raw 0–255 values.*0.001 with adam.*inputScale 1\/255/,
    );
    const scaled = diagnoses(dead, 1 / 255)[2]!.message;
    assert.match(scaled, /0.001 with adam is likely too high; lower it/);
    assert.doesNotMatch(scaled, /raw/);
  });
});

describe('train, on a network that dies', () => {
  /** A rate that sends every ReLU below zero in the first steps. */
  const deadly = { optimizer: { kind: 'sgd', learningRate: 5 }, inputScale: 1, epochs: 6 } as const;

  it('names it, warns once, and goes on unless told to stop', async () => {
    const model = smallNet(3);
    const warnings: string[] = [];
    const { diagnosis, history } = await train(
      model,
      smallRun({ ...deadly, onWarning: (text) => warnings.push(text) }),
    );
    assert.equal(diagnosis?.kind, 'dead');
    assert.deepEqual(warnings, [diagnosis.message]);
    assert.equal(history.length, 6);
    model.dispose();
  });

  it('stops when told to', async () => {
    const model = smallNet(3);
    const { diagnosis, history, interrupted } = await train(
      model,
      smallRun({ ...deadly, stopWhenDead: true }),
    );
    assert.equal(history.length, diagnosis?.epoch);
    assert.ok(history.length < 6);
    assert.equal(interrupted, false);
    model.dispose();
  });
});
