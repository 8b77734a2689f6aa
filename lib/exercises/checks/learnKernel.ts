import { createRandom } from '../../random';
import { tf } from '../../tensorflow';
import type { Exercise } from '../exercise';
import { ExerciseError, NotDoneYet } from '../exerciseError';
import { showValue } from '../showValue';

type Rows = number[][];
type Learn = (picture: Rows, answers: Rows) => Rows;

const NAME = 'Learning a kernel';
const SIDE = 12;
const TARGETS: readonly Rows[] = [
  [
    [-1, 0, 1],
    [-1, 0, 1],
    [-1, 0, 1],
  ],
  [
    [0, 1, 0],
    [2, -1, 0],
    [0, 0, 1],
  ],
];

/** Valid cross-correlation, as conv2d does it. */
function answersOf(picture: Rows, kernel: Rows): Rows {
  const size = picture.length - 2;
  const at = (y: number, x: number): number =>
    kernel
      .flatMap((row, dy) => row.map((weight, dx) => weight * picture[y + dy][x + dx]))
      .reduce((a, b) => a + b);
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_unused, x) => at(y, x)));
}

function farthest(one: Rows, other: Rows): number {
  return Math.max(...one.flatMap((row, y) => row.map((value, x) => Math.abs(value - other[y][x]))));
}

const isKernel = (rows: unknown): rows is Rows =>
  Array.isArray(rows) && rows.length === 3 && rows.every((row) => Array.isArray(row) && row.length === 3);

function judge(mine: Learn): string {
  const fail = (sentence: string): never => {
    throw new ExerciseError(`✗ ${NAME}: ${sentence}`);
  };
  if (typeof mine !== 'function')
    return fail('this check takes the function itself, without brackets after it.');
  const before = tf.memory().numTensors;
  for (const [index, target] of TARGETS.entries()) {
    const random = createRandom(index + 1);
    const picture = Array.from({ length: SIDE }, () => Array.from({ length: SIDE }, () => random.integer(2)));
    let found: Rows = [];
    try {
      found = mine(structuredClone(picture), answersOf(picture, target));
    } catch (error) {
      if (error instanceof NotDoneYet) throw error;
      fail(`your function throws: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (!isKernel(found)) return fail(`return three rows of three numbers, got ${showValue(found)}.`);
    const where = `kernel ${index + 1} of ${TARGETS.length}`;
    const off = farthest(found, target);
    if (off < 0.05) continue;
    if (found.flat().some((value) => !Number.isFinite(value))) {
      return fail(
        `${where}: the weights grew without bound (${showValue(found)}). The learning rate is too large: each step overshoots by more than the one before.`,
      );
    }
    if (found.flat().every((value) => value === 0)) {
      return fail(
        `${where}: all weights are still 0. Is the variable that you return the one that the optimizer moves?`,
      );
    }
    if (
      farthest(
        [...found].reverse().map((row) => [...row].reverse()),
        target,
      ) < 0.05
    ) {
      return fail(
        `${where}: you found it turned by 180 degrees. conv2d does not flip its kernel; nor should you.`,
      );
    }
    fail(
      `${where}: after your training a weight is still off by ${off.toFixed(2)}, at most 0.05 are asked. It is on its way: take more steps, or a larger rate.${showValue(found)}`,
    );
  }
  const left = tf.memory().numTensors - before;
  const remark =
    left > 20 ? ` It leaves ${left} tensors in memory: dispose what you make, or make it in tf.tidy.` : '';
  return `✓ ${NAME}: both hidden kernels found from a picture and the answers alone.${remark}`;
}

/** The exercise's own loop, with rate and steps chosen. */
function descend(picture: Rows, answers: Rows, { rate, steps }: { rate: number; steps: number }): Rows {
  const kernel = tf.variable(tf.zeros([3, 3, 1, 1])) as tf.Tensor4D & tf.Variable;
  const optimizer = tf.train.sgd(rate);
  const found = tf.tidy(() => {
    const x = tf.tensor4d(picture.flat(), [1, SIDE, SIDE, 1]);
    const y = tf.tensor4d(answers.flat(), [1, SIDE - 2, SIDE - 2, 1]);
    for (let step = 0; step < steps; step++) {
      optimizer.minimize(() => tf.conv2d(x, kernel, 1, 'valid').sub(y).square().mean().asScalar());
    }
    return Array.from(kernel.dataSync());
  });
  kernel.dispose();
  optimizer.dispose();
  return [0, 3, 6].map((at) => found.slice(at, at + 3));
}

/** Notebook 4a: a kernel learnt from a picture and what it answers, in plain tfjs. */
export const learnKernel: Exercise<Learn> = {
  name: NAME,
  judge,
  wrong: [
    {
      mine: (picture, answers) => descend(picture, answers, { rate: 0.1, steps: 5 }),
      says: 'take more steps, or a larger rate',
    },
    {
      mine: (picture, answers) => descend(picture, answers, { rate: 30, steps: 200 }),
      says: 'The learning rate is too large',
    },
    {
      mine: () => [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
      says: 'all weights are still 0',
    },
    {
      mine: () => [
        [1, 0, -1],
        [1, 0, -1],
        [1, 0, -1],
      ],
      says: 'turned by 180 degrees',
    },
    {
      mine: () => [
        [1, 2],
        [3, 4],
      ],
      says: 'return three rows of three numbers',
    },
  ],
};
