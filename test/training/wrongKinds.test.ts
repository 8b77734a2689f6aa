import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { selectExamples, type CharacterSet } from 'captcha-lab/data';
import { greyImage, type GreyImage } from 'captcha-lab/image';
import { buildModel, describeNetwork } from 'captcha-lab/model';
import { TABLE_IV } from 'captcha-lab/report';
import { predictClasses, train, type TrainOptions } from 'captcha-lab/training';
import { trainingCurves } from 'captcha-lab/plots';
import {
  activations,
  deadFilters,
  gradCam,
  heatMapOver,
  resizeMap,
  strongestExamples,
} from 'captcha-lab/visualize';

const set: CharacterSet = {
  count: 40,
  width: 21,
  height: 38,
  pixels: Uint8Array.from({ length: 40 * 798 }, (_, at) => (at * 7) % 256),
  labels: Uint8Array.from({ length: 40 }, (_, index) => index % 19),
  captcha: new Int32Array(40),
  position: new Uint8Array(40),
};
const source = (count: number) =>
  selectExamples(
    set,
    Array.from({ length: count }, (_, index) => index),
  );
const network = () => buildModel(TABLE_IV, { seed: 1, width: 0.02 });
const options = (more: Partial<TrainOptions> = {}): TrainOptions => ({
  train: source(20),
  validation: source(20),
  optimizer: { kind: 'adam', learningRate: 1e-3 },
  batchSize: 20,
  epochs: 1,
  inputScale: 1 / 255,
  seed: 1,
  ...more,
});
/** What plain JavaScript may call. */
const loose = (callee: unknown) => callee as (...args: readonly unknown[]) => unknown;

describe('arguments of the wrong kind', () => {
  it('to a network are refused in words', () => {
    assert.throws(
      () => loose(buildModel)('IV'),
      /^TypeError: buildModel: spec must be a network such as TABLE_IV, or \{ name, purpose, layers \}, got "IV"\.$/,
    );
    assert.throws(() => loose(buildModel)('IV', { seed: 1 }), /spec must be a network/);
    assert.throws(
      () => loose(buildModel)(TABLE_IV),
      /^TypeError: buildModel: options must be an object such as \{ seed: 1 \}, got undefined\.$/,
    );
    assert.throws(
      () => loose(describeNetwork)(undefined),
      /^TypeError: describeNetwork: spec must be a network/,
    );
  });

  it('to a training are refused in words', async () => {
    const model = network();
    const cases: readonly (readonly [args: readonly unknown[], message: RegExp])[] = [
      [[model], /^TypeError: train: options must be an object such as \{ train, validation,/],
      [
        ['IV', options()],
        /^TypeError: train: model must be a network such as buildModel\(TABLE_IV, \{ seed: 1 \}\) gives, got "IV"\.$/,
      ],
      [
        [model, options({ train: set as never })],
        /^TypeError: train: train must be a source of examples, got a?n? ?.*\. selectExamples\(set, indices\) makes one/,
      ],
      [
        [model, options({ validation: [] as never })],
        /^TypeError: train: validation must be a source of examples, got a list of 0\./,
      ],
      [
        [model, { ...options(), optimizer: undefined }],
        /^TypeError: train: optimizer must be an object such as \{ kind: 'adam', learningRate: 1e-3 \}, got undefined/,
      ],
    ];
    for (const [args, message] of cases)
      await assert.rejects(loose(train)(...args) as Promise<unknown>, message);
    assert.throws(
      () => loose(predictClasses)(model, source(1)),
      /^TypeError: predictClasses: options must be an object such as \{ inputScale: 1 \/ 255 \}/,
    );
    assert.throws(
      () => loose(predictClasses)(model, set, { inputScale: 1 }),
      /^TypeError: predictClasses: source must be a source of examples/,
    );
    model.dispose();
  });

  it('to what looks into networks are refused in words, a single picture among them', () => {
    const model = network();
    const picture = greyImage(21, 38, new Uint8Array(798));
    for (const [name, callee] of Object.entries({ gradCam, deadFilters, strongestExamples })) {
      const more = { inputScale: 1, layer: 'convolution_1', filters: [0] };
      assert.throws(
        () => loose(callee)(model, picture, more),
        new RegExp(
          `^TypeError: ${name}: images must be a list of grey images, got a grey picture of 21 x 38\\. For one picture give \\[picture\\]\\.$`,
        ),
      );
      assert.throws(
        () => loose(callee)(model, [picture]),
        new RegExp(`^TypeError: ${name}: options must be an object`),
      );
      assert.throws(
        () => loose(callee)('IV', [picture], more),
        new RegExp(`^TypeError: ${name}: model must be a network such as buildModel`),
      );
    }
    assert.throws(
      () => loose(activations)(model, [picture], { inputScale: 1 }),
      /^TypeError: activations: images\[0\] must be a grey image, got a list of one/,
    );
    assert.throws(
      () => loose(activations)(model, picture),
      /^TypeError: activations: options must be an object/,
    );
    const [map] = gradCam(model, [picture], { inputScale: 1, layer: 'convolution_1' });
    assert.equal(heatMapOver(picture, map).channels, 4);
    assert.throws(
      () => loose(heatMapOver)(picture, [map]),
      /^TypeError: heatMapOver: map must be a map of values, got a list of one\. Give one of them: maps\[0\]\.$/,
    );
    assert.throws(
      () => loose(heatMapOver)(map, picture),
      /^TypeError: heatMapOver: image must be a grey image, got a map of values/,
    );
    assert.throws(() => loose(resizeMap)(map), /^TypeError: resizeMap: size must be an object/);
    assert.throws(
      () => heatMapOver(heatMapOver(picture, map) as unknown as GreyImage, map),
      /got a colour picture \(RGBA\) of 21 x 38/,
    );
    model.dispose();
  });
});

describe('train on very few examples', () => {
  it('says that accuracies mean nothing, and nothing when there are enough', async () => {
    const warnings: string[] = [];
    const onWarning = (message: string) => warnings.push(message);
    const model = network();
    await train(model, options({ train: source(13), validation: source(1), onWarning }));
    assert.match(
      warnings[0],
      /^train: train holds 13 examples and validation holds 1 example of 19 classes: too few to learn from or to measure on, so accuracies mean nothing\./,
    );
    warnings.length = 0;
    const { history } = await train(model, options({ train: source(19), validation: source(19), onWarning }));
    assert.deepEqual(warnings, []);
    const { data } = trainingCurves(history);
    const values = (data as readonly { name?: string; y?: readonly unknown[] }[]).map(({ name, y }) => [
      name,
      y?.[0],
    ]);
    const [{ loss, accuracy, valLoss, valAccuracy }] = history;
    assert.deepEqual(values, [
      ['training', accuracy],
      ['validation', valAccuracy],
      ['training', loss],
      ['validation', valLoss],
    ]);
    model.dispose();
  });
});
