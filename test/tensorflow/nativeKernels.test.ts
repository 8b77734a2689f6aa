import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { biasGradient, reluGradient, statelessUniform, tf } from 'captcha-lab/tensorflow';

function values(compute: () => tf.Tensor): number[] {
  return tf.tidy(() => [...compute().dataSync()]);
}

/** Runs `task` on tfjs's plain backend, where the native kernels are missing. */
async function onPlainBackend<T>(task: () => T): Promise<T> {
  await tf.setBackend('cpu');
  try {
    return task();
  } finally {
    await tf.setBackend('tensorflow');
  }
}

describe('reluGradient', () => {
  const inputs = [-2, -1e-30, -0, 0, 1e-30, 0.5, 3, 8];

  it("is the gradient of every ReLU, and equals tfjs's own", () => {
    const ours = values(() => tf.grad((x: tf.Tensor) => tf.relu(x).mul(3).sum())(tf.tensor1d(inputs)));
    const stock = values(() =>
      tf.mul(tf.fill([inputs.length], 3), tf.cast(tf.step(tf.tensor1d(inputs)), 'float32')),
    );
    assert.deepEqual(ours, stock);
  });

  it('is what a finite difference of a net with ReLU shows', () => {
    const weights = tf.tensor2d([0.5, -0.3, 0.8, 0.2, 0.7, -0.9], [2, 3]);
    const net = (x: tf.Tensor): tf.Scalar =>
      tf
        .relu(tf.matMul(x as tf.Tensor2D, weights))
        .square()
        .sum();
    const slope = values(() => tf.grad(net)(tf.tensor2d([[1, 2]])));
    const at = (x: number, y: number): number => values(() => net(tf.tensor2d([[x, y]])))[0];
    const step = 1e-2;
    const measured = [at(1 + step, 2) - at(1 - step, 2), at(1, 2 + step) - at(1, 2 - step)].map(
      (d) => d / (2 * step),
    );
    slope.forEach((value, axis) => {
      assert.ok(Math.abs(value - measured[axis]) < 1e-3, `${value}, ${measured[axis]}`);
    });
    weights.dispose();
  });

  it('gives the same on a backend without the kernel', async () => {
    const compute = (): number[] => values(() => reluGradient(tf.ones([8]), tf.relu(tf.tensor1d(inputs))));
    assert.deepEqual(await onPlainBackend(compute), compute());
  });
});

describe('biasGradient', () => {
  const added = (shape: number[], bias: number[]): number[] =>
    values(() => {
      const weights = tf.range(0, tf.util.sizeFromShape(shape)).reshape(shape);
      const slope = tf.grads((a, b) => tf.add(a, b).mul(weights).sum());
      const [, byBias] = slope([tf.ones(shape), tf.ones(bias)]);
      return byBias;
    });

  it('is the sum over all axes but the last, as of every bias', () => {
    assert.deepEqual(added([2, 3], [3]), [3, 5, 7]);
    assert.deepEqual(added([2, 1, 2, 2], [2]), [12, 16]);
    assert.deepEqual(
      values(() =>
        biasGradient(
          tf.tensor2d([
            [1, 2],
            [3, 4],
          ]),
        ),
      ),
      [4, 6],
    );
  });

  it("leaves other additions to tfjs's gradient", () => {
    assert.deepEqual(added([3], [3]), [0, 1, 2]);
    assert.deepEqual(added([2, 3], [1]), [15]);
    assert.deepEqual(added([2, 3], [2, 1]), [3, 12]);
    assert.deepEqual(added([2, 3], []), [15]);
  });

  it('lets the gradient of the other summand through', () => {
    const slope = tf.grads((a, b) =>
      tf
        .add(a, b)
        .mul([
          [1, 2],
          [3, 4],
        ])
        .sum(),
    );
    assert.deepEqual(
      values(() => slope([tf.ones([2, 2]), tf.ones([2])])[0]),
      [1, 2, 3, 4],
    );
  });

  it('gives the same on a backend without the kernel', async () => {
    const compute = (): number[] => values(() => biasGradient(tf.range(0, 24).reshape([2, 3, 4])));
    assert.deepEqual(await onPlainBackend(compute), compute());
  });
});

describe('statelessUniform', () => {
  it('is a function of shape and seed', () => {
    const draw = (first: number, second: number): number[] =>
      values(() => statelessUniform([3, 4], { seed: [first, second] }));
    assert.deepEqual(draw(1, 2), draw(1, 2));
    assert.notDeepEqual(draw(1, 2), draw(1, 3));
    assert.notDeepEqual(draw(1, 2), draw(2, 2));
  });

  for (const backend of ['native', 'plain']) {
    it(`is uniform in [0, 1) on the ${backend} backend`, async () => {
      const draw = (): number[] => values(() => statelessUniform([100_000], { seed: [5, 0] }));
      const drawn = backend === 'native' ? draw() : await onPlainBackend(draw);
      assert.ok(drawn.every((value) => value >= 0 && value < 1));
      const tenths = new Array<number>(10).fill(0);
      for (const value of drawn) tenths[Math.floor(value * 10)]++;
      // Five standard deviations of a count of 10,000.
      for (const count of tenths) assert.ok(Math.abs(count - 10_000) < 5 * Math.sqrt(9000), tenths.join());
    });
  }

  it('leaves no tensor behind but its result', () => {
    const before = tf.memory().numTensors;
    const drawn = statelessUniform([2], { seed: [0, 0] });
    assert.equal(tf.memory().numTensors, before + 1);
    drawn.dispose();
  });

  it('refuses seeds that the kernel would cut', () => {
    for (const seed of [-1, 2 ** 31, 0.5, NaN]) {
      assert.throws(() => statelessUniform([2], { seed: [0, seed] }), /seed must be two whole numbers/);
    }
  });
});
