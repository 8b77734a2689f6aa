import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tf } from 'captcha-lab/tensorflow';
import { createOptimizer } from '../../lib/training/optimizer';
import { updateRule } from '../../lib/training/updateRule';
import { runGraph } from '../kernels/runGraph';

type Kind = 'sgd' | 'adam';

const START = [1, -2, 0.5];
const GRADIENTS = [
  [0.5, -1, 0],
  [0.25, 2, 1e-9],
  [-3, 0, 1e-9],
];
const RATE = 0.1;

/** Values of the variable after each step, as a graph reckons them. */
function byGraph(kind: Kind): number[][] {
  const rule = updateRule(kind);
  let state = [START, ...rule.slots.map(() => [0, 0, 0])];
  return GRADIENTS.map((gradient, index) => {
    state = tf.tidy(() => {
      const rate = tf.scalar(rule.rate(RATE, index + 1));
      const inputs = [rate, tf.tensor1d(gradient), ...state.map((values) => tf.tensor1d(values))];
      return runGraph(inputs, (kernels, [size, slope, variable, ...slots]) =>
        rule.update(kernels, { variable, gradient: slope, slots, rate: size }),
      );
    });
    return state[0];
  });
}

/** The same, as the optimiser's own step does it. */
function byOptimizer(kind: Kind): number[][] {
  const variable = tf.variable(tf.tensor1d(START));
  const optimizer = createOptimizer({ kind, learningRate: RATE }, [variable]);
  const after = GRADIENTS.map((gradient) => {
    tf.tidy(() => {
      optimizer.step([tf.tensor1d(gradient)]);
    });
    return [...variable.dataSync()];
  });
  optimizer.dispose();
  variable.dispose();
  return after;
}

/** Kingma and Ba 2015, algorithm 1 in the order of section 2's end, in double precision. */
function adamOfThePaper(): number[][] {
  const [values, m, v] = [[...START], [0, 0, 0], [0, 0, 0]];
  return GRADIENTS.map((gradient, index) => {
    const step = index + 1;
    const rate = (RATE * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
    gradient.forEach((slope, place) => {
      m[place] = 0.9 * m[place] + 0.1 * slope;
      v[place] = 0.999 * v[place] + 0.001 * slope ** 2;
      values[place] -= (rate * m[place]) / (Math.sqrt(v[place]) + 1e-7);
    });
    return [...values];
  });
}

function near(ours: number[][], theirs: number[][]): void {
  ours.flat().forEach((value, index) => {
    assert.ok(Math.abs(value - theirs.flat()[index]) < 1e-5, `${index}: ${value}, ${theirs.flat()[index]}`);
  });
}

describe('updateRule', () => {
  for (const [way, take] of Object.entries({
    'in a graph': byGraph,
    "by the optimiser's step": byOptimizer,
  })) {
    it(`goes down the gradient with sgd, ${way}`, () => {
      near(take('sgd'), [
        [0.95, -1.9, 0.5],
        [0.925, -2.1, 0.5],
        [1.225, -2.1, 0.5],
      ]);
    });

    it(`makes Adam's steps as published, ${way}`, () => {
      near(take('adam'), adamOfThePaper());
    });
  }

  it('remembers nothing for sgd and two moments for adam', () => {
    assert.deepEqual(updateRule('sgd').slots, []);
    assert.deepEqual(updateRule('adam').slots, ['m', 'v']);
  });

  it("keeps sgd's step size and corrects adam's for the step", () => {
    assert.equal(updateRule('sgd').rate(0.1, 7), 0.1);
    const rate = (learningRate: number, step: number): number => updateRule('adam').rate(learningRate, step);
    assert.ok(Math.abs(rate(0.1, 1) - 0.1 * Math.sqrt(0.001) * 10) < 1e-12);
    assert.ok(Math.abs(rate(0.1, 100_000) - 0.1) < 1e-12);
  });
});
