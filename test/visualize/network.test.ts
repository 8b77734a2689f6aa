import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { greyImage, type GreyImage } from 'captcha-lab/image';
import { buildModel, loadModel } from 'captcha-lab/model';
import { TABLE_V } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import {
  activations,
  convolutionsOf,
  deadFilters,
  gradCam,
  gradientAscent,
  kernelsOf,
  shuffleWeights,
  strongestExamples,
} from 'captcha-lab/visualize';
import { flatWeights, spread } from '../model/formulaNet';

const NET = path.join(__dirname, '..', 'fixtures', 'visualize', 'net');
const SCALE = { inputScale: 1 / 255 };

function pictures(count: number): GreyImage[] {
  const size = 38 * 21;
  const pixels = Uint8Array.from(spread(count * size, 99), (value) => Math.floor((value + 1) * 128));
  return Array.from({ length: count }, (_, index) =>
    greyImage(21, 38, pixels.slice(index * size, (index + 1) * size)),
  );
}

/** Tensors that `work` leaves behind. */
function leaked(work: () => unknown): number {
  const before = tf.memory().numTensors;
  work();
  return tf.memory().numTensors - before;
}

// Its filters 3 of convolution_2 and 5 of convolution_4 are blank whatever the picture.
describe('a look into a network', () => {
  let model: tf.LayersModel;
  before(async () => {
    model = await loadModel(NET);
  });
  after(() => {
    model.dispose();
  });

  it('finds the convolutions in order', () => {
    assert.deepEqual(convolutionsOf(model), [
      'convolution_1',
      'convolution_2',
      'convolution_3',
      'convolution_4',
    ]);
  });

  it('gives activations of the layers asked for, in that order, and leaves no tensor behind', () => {
    const work = (): unknown =>
      activations(model, pictures(1)[0], { ...SCALE, layers: ['pooling_1', 'convolution_1'] });
    assert.equal(leaked(work), 0);
    const found = work() as ReturnType<typeof activations>;
    assert.deepEqual(
      found.map(({ layer, height, width, maps }) => [layer, height, width, maps.length]),
      [
        ['pooling_1', 18, 9, 4],
        ['convolution_1', 38, 21, 4],
      ],
    );
  });

  it('has dropout off: the same picture gives the same maps, and the masks of training are not moved on', () => {
    const look = (): number[] =>
      activations(model, pictures(1)[0], SCALE).flatMap(({ maps }) => maps.flatMap((map) => [...map]));
    assert.deepEqual(look(), look());
    const steps = model.layers.flatMap((layer) => ('step' in layer ? [layer.step] : []));
    assert.deepEqual(steps, [0, 0, 0]);
  });

  it('counts the filters that answer to nothing, the same in batches of any size', () => {
    const counted = deadFilters(model, pictures(5), SCALE);
    assert.deepEqual(counted, deadFilters(model, pictures(5), { ...SCALE, batchSize: 2 }));
    assert.ok(counted[1].dead.includes(3) && counted[3].dead.includes(5), JSON.stringify(counted));
    assert.ok(counted[0].filters === 4 && counted[3].filters === 8);
    for (const { dead, filters, blankShare } of counted)
      assert.ok(blankShare >= dead.length / filters - 1e-12);
    assert.equal(
      leaked(() => deadFilters(model, pictures(2), SCALE)),
      0,
    );
  });

  describe('by gradient ascent', () => {
    const options = { ...SCALE, layer: 'convolution_4', seed: 3, steps: 5 };

    it('raises the response of every filter that answers, and keeps the noise of one that does not', () => {
      for (const pattern of gradientAscent(model, options)) {
        const blank = pattern.filter === 5;
        const answers = pattern.responseBefore > 0;
        assert.ok(blank || !answers ? pattern.response === 0 : pattern.response > pattern.responseBefore);
        assert.ok(pattern.values.every(Number.isFinite));
        if (!blank) continue;
        const [noise] = gradientAscent(model, { ...options, filters: [5], steps: 0 });
        assert.deepEqual(pattern.values, noise.values);
        assert.ok(
          noise.values.every((value) => value >= 128 && value < 148),
          'grey noise',
        );
        const [strong] = gradientAscent(model, { ...options, filters: [5], steps: 0, noise: [0, 255] });
        assert.ok(Math.min(...strong.values) < 10 && Math.max(...strong.values) > 245);
      }
    });

    it('gives a filter the same pattern whichever others share its pass, to rounding', () => {
      const all = gradientAscent(model, options);
      const [alone] = gradientAscent(model, { ...options, filters: [2], batchSize: 1 });
      const difference = alone.values.map((value, index) => Math.abs(value - all[2].values[index]));
      assert.ok(Math.max(...difference) < 1e-3);
    });

    it('of part of a convolution equals that of the whole one', () => {
      // A pooling layer has no shortcut, and pooling by 1 x 1 changes nothing: so the whole layer is computed.
      const input = tf.input({ shape: [38, 21, 1] });
      const first = model.getLayer('convolution_1').apply(input) as tf.SymbolicTensor;
      const same = tf.layers
        .maxPooling2d({ poolSize: 1, strides: 1, name: 'same' })
        .apply(first) as tf.SymbolicTensor;
      const whole = tf.model({ inputs: input, outputs: same });
      const ascend = (net: tf.LayersModel, layer: string): number[] =>
        gradientAscent(net, { ...options, layer, filters: [1] }).map(({ response }) => response);
      const [part] = ascend(model, 'convolution_1');
      // Other noise, for noise belongs to a layer's name; so only the size is compared.
      const [full] = ascend(whole, 'same');
      assert.ok(Math.abs(part - full) < 0.05 * Math.abs(part), `${part} and ${full}`);
    });

    it("by its 'sums' moves also a filter that is silent on noise", () => {
      const [silent] = gradientAscent(model, { ...options, filters: [5], response: 'sums', steps: 1 });
      const [noise] = gradientAscent(model, { ...options, filters: [5], response: 'sums', steps: 0 });
      assert.ok(silent.response > noise.response && noise.response < -900, `${silent.response}`);
      const moved = Math.sqrt(
        silent.values.reduce((sum, value, pixel) => sum + (value - noise.values[pixel]) ** 2, 0) /
          silent.values.length,
      );
      assert.ok(Math.abs(moved - 1) < 1e-3, `a step moves pixels by 1 in the root mean square, got ${moved}`);
      const scores = gradientAscent(model, { ...options, layer: 'output', response: 'sums', steps: 40 });
      assert.ok(scores.every(({ response, responseBefore }) => response > responseBefore));
      assert.throws(
        () => gradientAscent(model, { ...options, layer: 'pooling_1', response: 'sums' }),
        /'sums' needs a convolution or fully-connected layer, got pooling_1; use 'activations'/,
      );
    });

    it('works on units of fully-connected layers, and takes the first 64 filters of a layer by default', () => {
      assert.equal(gradientAscent(model, { ...options, layer: 'output', steps: 1 }).length, 19);
      const wide = buildModel(TABLE_V, { seed: 1, width: 70 / 256 });
      assert.equal(gradientAscent(wide, { ...options, layer: 'convolution_1', steps: 1 }).length, 64);
      wide.dispose();
    });

    it('leaves no tensor behind', () => {
      assert.equal(
        leaked(() => gradientAscent(model, options)),
        0,
      );
    });

    it('leaves no tensor behind when it refuses', () => {
      const refused = () => gradientAscent(model, { ...options, layer: 'pooling_1', response: 'sums' });
      const work = (): void => {
        assert.throws(refused);
      };
      assert.equal(leaked(work), 0);
    });

    it('refuses what it cannot do', () => {
      const ascend = (more: object) => () => gradientAscent(model, { ...options, ...more });
      assert.throws(
        ascend({ layer: 'convolution_5' }),
        /layer must be one of convolution_1, .*, got "convolution_5"/,
      );
      assert.throws(
        ascend({ filters: [8] }),
        /filters must be whole numbers from 0 to 7 \(convolution_4\), got 8/,
      );
      assert.throws(ascend({ steps: -1 }), /steps must be a whole number of at least 0, got -1/);
      assert.throws(ascend({ batchSize: 0 }), /batchSize must be a whole number of at least 1, got 0/);
      assert.throws(ascend({ noise: [9, 3] }), /noise must be two greys, the lower first, got 9 and 3/);
      assert.throws(ascend({ seed: 1.5 }), /seed must be a whole number, got 1\.5/);
      assert.throws(ascend({ stepSize: 0 }), /stepSize must be a number above 0, got 0/);
      assert.throws(ascend({ inputScale: -1 }), /inputScale must be a number above 0/);
    });
  });

  describe('by Grad-CAM', () => {
    it('asks about the class the network gives, unless told otherwise', () => {
      const given = gradCam(model, pictures(3), SCALE);
      const told = gradCam(model, pictures(3), {
        ...SCALE,
        labels: given.map(({ label }) => label),
        batchSize: 2,
      });
      assert.deepEqual(
        told.map(({ label }) => label),
        given.map(({ label }) => label),
      );
      told.forEach(({ values }, index) => {
        values.forEach((value, place) => {
          assert.ok(Math.abs(value - given[index].values[place]) < 1e-5);
        });
      });
      assert.deepEqual([given[0].height, given[0].width], [14, 5]);
    });

    it('differentiates the score before the softmax, unless told otherwise', () => {
      const [usual, logit, probability] = [{}, { score: 'logit' }, { score: 'probability' }].map(
        (more) =>
          gradCam(model, pictures(1), { ...SCALE, ...(more as { score?: 'logit' | 'probability' }) })[0],
      );
      assert.equal(usual.peak, logit.peak);
      assert.deepEqual(usual.values, logit.values);
      assert.notEqual(usual.peak, probability.peak);
    });

    it('of a network whose scores do not depend on the picture is blank, not NaN', async () => {
      const numb = await loadModel(NET);
      tf.tidy(() => {
        const output = numb.getLayer('output');
        output.setWeights(output.getWeights().map((weight) => tf.zerosLike(weight)));
      });
      const [map] = gradCam(numb, pictures(1), { ...SCALE, labels: 4 });
      numb.dispose();
      assert.equal(map.peak, 0);
      assert.ok(map.values.every((value) => value === 0));
    });

    it('leaves no tensor behind', () => {
      assert.equal(
        leaked(() => gradCam(model, pictures(2), SCALE)),
        0,
      );
    });

    it('of a network that diverged is refused', async () => {
      const diverged = await loadModel(NET);
      tf.tidy(() => {
        const output = diverged.getLayer('output');
        output.setWeights(output.getWeights().map((weight) => tf.fill(weight.shape, NaN)));
      });
      assert.throws(
        () => gradCam(diverged, pictures(1), SCALE),
        /gradCam: values must be finite, got NaN .* diverged/,
      );
      diverged.dispose();
    });

    it('refuses what it cannot do', () => {
      const cam =
        (more: object, count = 2) =>
        () =>
          gradCam(model, pictures(count), { ...SCALE, ...more });
      assert.throws(cam({ labels: [1] }), /labels must be one class or one per picture \(2\), got 1/);
      assert.throws(cam({ labels: 19 }), /labels must be whole numbers from 0 to 18, got 19/);
      assert.throws(cam({ layer: 'output' }), /layer must have maps, a convolution or pooling, got output/);
      assert.throws(cam({}, 0), /images must hold at least one picture, got none/);
      assert.throws(
        () => gradCam(model, [greyImage(2, 2, new Uint8Array(4))], SCALE),
        /picture 0 is 2 x 2 .* takes 38 x 21/,
      );
    });
  });

  describe('by the pictures a filter answers to most', () => {
    const options = { ...SCALE, layer: 'convolution_3', filters: [6, 1], count: 2 };

    it('orders them by the largest activation, the same in batches of any size', () => {
      const images = pictures(6);
      const found = strongestExamples(model, images, { ...options, batchSize: 4 });
      for (const { filter, examples, responses } of found) {
        const largest = images.map((image) => Math.max(...activations(model, image, SCALE)[2].maps[filter]));
        const order = largest.map((_, index) => index).sort((i, j) => largest[j] - largest[i] || i - j);
        assert.deepEqual(examples, order.slice(0, 2));
        assert.ok(Math.abs(responses[0] - largest[order[0]]) < 1e-5);
      }
      assert.deepEqual(
        found.map(({ filter }) => filter),
        [6, 1],
      );
      assert.equal(
        leaked(() => strongestExamples(model, images, options)),
        0,
      );
    });

    it('refuses what it cannot do', () => {
      const strongest = (more: object) => () =>
        strongestExamples(model, pictures(1), { ...options, ...more });
      assert.throws(
        strongest({ filters: [9] }),
        /filters must be whole numbers from 0 to 7 \(convolution_3\), got 9/,
      );
      assert.throws(strongest({ count: 0 }), /count must be a whole number of at least 1, got 0/);
      assert.throws(strongest({ layer: 'output' }), /layer must have maps/);
    });
  });

  it('gives the kernels of the first convolution as small maps, and refuses those of deeper ones', () => {
    const kernels = kernelsOf(model, 'convolution_1');
    const [first] = model.getLayer('convolution_1').getWeights();
    assert.equal(kernels.length, 4);
    assert.deepEqual(
      [...kernels[2].values],
      [...first.dataSync()].filter((_, index) => index % 4 === 2),
    );
    assert.equal(
      leaked(() => kernelsOf(model, 'convolution_1')),
      0,
    );
    assert.throws(() => kernelsOf(model, 'pooling_1'), /a convolution on one channel, got pooling_1/);
    assert.throws(() => kernelsOf(model, 'convolution_2'), /a convolution on one channel, got convolution_2/);
  });

  it('shuffled keeps every number of each layer and loses their places; the network itself stays', async () => {
    const before = flatWeights(model);
    const shuffled = await shuffleWeights(model, { seed: 1 });
    const again = await shuffleWeights(model, { seed: 1, layers: ['output'] });
    assert.deepEqual(flatWeights(model), before);
    assert.notDeepEqual(flatWeights(shuffled), before);
    assert.deepEqual(flatWeights(shuffled).sort(), [...before].sort());
    assert.deepEqual(flatWeights(again).slice(0, -171), before.slice(0, -171));
    assert.deepEqual(flatWeights(again).slice(-171), flatWeights(shuffled).slice(-171));
    shuffled.dispose();
    again.dispose();
    await assert.rejects(
      shuffleWeights(model, { seed: 1, layers: ['none'] }),
      /layers must be of .*, got "none"/,
    );
  });

  it('refuses a network with branches', () => {
    const input = tf.input({ shape: [38, 21, 1] });
    const one = tf.layers.conv2d({ filters: 1, kernelSize: 3 }).apply(input) as tf.SymbolicTensor;
    const two = tf.layers.conv2d({ filters: 1, kernelSize: 3 }).apply(input) as tf.SymbolicTensor;
    const sum = tf.layers.add().apply([one, two]) as tf.SymbolicTensor;
    const branched = tf.model({ inputs: input, outputs: sum });
    assert.throws(
      () => activations(branched, pictures(1)[0], SCALE),
      /must be a chain of layers, but .* give a sequential model/,
    );
    branched.dispose();
  });
});
