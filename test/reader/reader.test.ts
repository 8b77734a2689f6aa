import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ALPHABET } from 'captcha-lab/report';
import { background, bundledFonts, generateCaptcha } from 'captcha-lab/generator';
import { greyImage } from 'captcha-lab/image';
import {
  BLANK,
  buildReader,
  drawReaderSet,
  inkOf,
  type LetterVariation,
  readCaptchas,
  READER_STEPS,
  readerScores,
  readerSet,
  selectCaptchas,
  selfTrain,
  trainReader,
} from 'captcha-lab/reader';
import { tf } from 'captcha-lab/tensorflow';
import '../training/oneThread';
import { flatWeights } from '../model/formulaNet';

const SMALL = { seed: 1, width: 1 / 8, dropout: 0 };

const PLAIN: LetterVariation = {
  stretch: [1, 1],
  ownStretch: [1, 1],
  height: [1, 1],
  slant: [0, 0],
  weight: [0, 0],
};

describe('inkOf', () => {
  it('is 0 on bare paper and 255 where it is black, whatever the background there', () => {
    const paper = background();
    assert.ok(inkOf(paper).every((ink) => ink === 0));
    const black = greyImage(200, 50, new Uint8Array(10_000));
    assert.ok(inkOf(black).every((ink) => ink === 255));
    const half = greyImage(
      200,
      50,
      paper.data.map((grey) => grey >> 1),
    );
    assert.ok(inkOf(half).every((ink) => ink === 128 || ink === 127 || ink === 129));
    assert.ok(inkOf(greyImage(200, 50, new Uint8Array(10_000).fill(255))).every((ink) => ink === 0));
  });

  it('refuses a picture of another size', () => {
    assert.throws(
      () => inkOf(greyImage(50, 200, new Uint8Array(10_000))),
      /must be 200 x 50 .* got 50 x 200/,
    );
  });
});

describe('a reader of whole CAPTCHAs', () => {
  it('has scores for 19 characters and a blank in 50 columns, and less than half a million parameters', () => {
    const model = buildReader({ seed: 1 });
    assert.deepEqual(model.outputs[0].shape, [null, READER_STEPS, BLANK + 1]);
    assert.ok(model.countParams() < 500_000, String(model.countParams()));
    const other = buildReader({ seed: 1 });
    assert.deepEqual(flatWeights(other), flatWeights(model));
    for (const each of [model, other]) each.dispose();
    assert.throws(() => buildReader({ seed: 0.5 }), /seed must be a whole number, got 0\.5/);
    assert.throws(() => buildReader({ seed: 1, width: 0 }), /width must be a fraction above 0/);
  });

  it('learns a handful of pictures by heart, the same way each time, and leaves no tensor behind', async () => {
    const set = drawReaderSet({ count: 4, seed: 3 });
    const learn = async (): Promise<{ model: tf.LayersModel; losses: number[]; left: number }> => {
      const model = buildReader(SMALL);
      const losses: number[] = [];
      const before = tf.memory().numTensors;
      await trainReader(model, {
        sources: [{ set, share: 1, curves: 0 }],
        steps: 60,
        batchSize: 4,
        learningRate: 5e-3,
        seed: 1,
        every: 20,
        onProgress: ({ loss }) => losses.push(loss),
      });
      return { model, losses, left: tf.memory().numTensors - before };
    };
    const [one, two] = [await learn(), await learn()];
    assert.equal(one.left, 0);
    assert.deepEqual(two.losses, one.losses);
    assert.deepEqual(flatWeights(two.model), flatWeights(one.model));
    assert.ok(one.losses[2] < one.losses[0] / 3, one.losses.join());
    for (const { model } of [one, two]) model.dispose();
  });

  it('ends after the step in which its signal comes', async () => {
    const set = drawReaderSet({ count: 1, seed: 3 });
    const model = buildReader(SMALL);
    const stop = new AbortController();
    const { steps } = await trainReader(model, {
      sources: [{ set, share: 1, curves: 2 }],
      steps: 100,
      batchSize: 1,
      seed: 1,
      every: 2,
      onProgress: () => {
        stop.abort();
      },
      signal: stop.signal,
    });
    assert.equal(steps, 2);
    model.dispose();
  });

  it('reads five characters with a confidence each, the same alone and in a batch, and leaves no tensor behind', () => {
    const model = buildReader({ seed: 5, width: 1 / 4 });
    const images = [1, 2, 3].map((seed) => generateCaptcha({ seed }).image);
    const before = tf.memory().numTensors;
    const readings = readCaptchas(model, images, { batchSize: 2 });
    assert.equal(tf.memory().numTensors, before);
    for (const { text, confidence, characters } of readings) {
      assert.match(text, /^[2345678bcdefgmnpwxy]{5}$/);
      assert.ok(confidence > 0 && confidence <= 1);
      assert.ok(characters.length === 5 && characters.every((share) => share > 0 && share <= 1));
    }
    assert.equal(readCaptchas(model, [images[2]])[0].text, readings[2].text);
    const sure = (temperature: number): number =>
      readCaptchas(model, images, { temperature }).reduce((sum, { confidence }) => sum + confidence, 0);
    assert.ok(sure(0.1) > sure(1) && sure(1) > sure(10), [sure(0.1), sure(1), sure(10)].join(' '));
    assert.deepEqual(readCaptchas(model, []), []);
    assert.throws(
      () => readCaptchas(model, images, { temperature: 0 }),
      /temperature must be a number above 0, got 0/,
    );
    assert.throws(() => readCaptchas(model, images, { batchSize: 0 }), /batchSize must be .* got 0/);
    model.dispose();
  });

  it('refuses sources and options out of range', async () => {
    const set = drawReaderSet({ count: 1, seed: 1 });
    const model = buildReader(SMALL);
    const train = (more: object) =>
      trainReader(model, { sources: [{ set, share: 1, curves: 2 }], steps: 1, seed: 1, ...more });
    await assert.rejects(train({ steps: 0 }), /steps must be a whole number of at least 1, got 0/);
    await assert.rejects(train({ sources: [] }), /sources must name at least one, got none/);
    const none = { ...selectCaptchas(set, []) };
    await assert.rejects(
      train({ sources: [{ set: none, share: 1, curves: 2 }] }),
      /each of the sources must have pictures, .* got 0 pictures, share 1, curves 2/,
    );
    for (const learningRate of [NaN, -1, Infinity]) {
      await assert.rejects(train({ learningRate }), /learningRate must be a number above 0/);
    }
    assert.throws(() => buildReader({ seed: 1, dropout: -1 }), /dropout must be a share .* got -1/);
    assert.throws(() => readerScores(model, [], { batchSize: NaN }), /batchSize must be .* got NaN/);
    await assert.rejects(
      train({ sources: [{ set, share: 0, curves: 2 }] }),
      /a share above 0 .* got 1 pictures, share 0, curves 2/,
    );
    await assert.rejects(train({ warmUp: 2 }), /warmUp must be a share of the steps from 0 to 1, got 2/);
    const { centres, ...unplaced } = set;
    assert.equal(centres?.length, 5);
    await assert.rejects(
      train({ sources: [{ set: unplaced, share: 1, curves: 2 }], warmUp: 0.5 }),
      /warmUp must be 0 where a source has no centres, got 0\.5/,
    );
    model.dispose();
  });

  it('is told in the warm-up which column names which character', async () => {
    const set = drawReaderSet({ count: 1, seed: 3, variation: PLAIN, fonts: bundledFonts().slice(1) });
    const text = Array.from(set.labels, (label) => ALPHABET[label]).join('');
    const { image } = generateCaptcha({ text, seed: 1, fonts: bundledFonts().slice(1), noise: false });
    const model = buildReader({ ...SMALL, width: 1 / 2 });
    const sources = [{ set, share: 1, curves: 0 }];
    await trainReader(model, { sources, steps: 120, batchSize: 4, learningRate: 3e-3, seed: 1, warmUp: 1 });
    const { values, classes } = readerScores(model, [image]);
    model.dispose();
    const named = Array.from(set.centres ?? [], (centre) => {
      // The picture is shifted by up to three pixels while it is learnt: the middle may fall into the next column.
      const near = [-1, 0, 1].map((step) => Math.floor(centre / 4) + step);
      const scores = Array.from(ALPHABET, (_, label) =>
        Math.max(...near.map((column) => values[column * classes + label])),
      );
      return ALPHABET[scores.indexOf(Math.max(...scores))];
    });
    assert.equal(named.join(''), text);
  });

  it('labels pictures by itself where it is sure, and says when it is sure of none', async () => {
    const model = buildReader(SMALL);
    const drawn = drawReaderSet({ count: 1, seed: 1 });
    const images = [1, 2].map((seed) => generateCaptcha({ seed }).image);
    const options = { images, drawn, steps: 1, seed: 1 };
    await assert.rejects(
      selfTrain(model, { ...options, sureFrom: [0.999] }),
      /in round 1 no reading of 2 had a confidence of 0\.999/,
    );
    await assert.rejects(
      selfTrain(model, { ...options, images: [] }),
      /images must hold at least one picture/,
    );
    await assert.rejects(
      selfTrain(model, { ...options, sureFrom: [2] }),
      /sureFrom must be confidences from 0 to 1, got \[2\]/,
    );
    const rounds: number[][] = [];
    await selfTrain(model, { ...options, sureFrom: [0, 0], onRound: ({ taken }) => rounds.push([...taken]) });
    assert.deepEqual(rounds, [
      [0, 1],
      [0, 1],
    ]);
    model.dispose();
  });
});

describe('sets of whole CAPTCHAs', () => {
  it('are drawn without noise, the same for the same seed, with letters varied', () => {
    const set = drawReaderSet({ count: 3, seed: 9 });
    assert.deepEqual(drawReaderSet({ count: 3, seed: 9 }), set);
    assert.notDeepEqual(drawReaderSet({ count: 3, seed: 10 }).ink, set.ink);
    const plain = drawReaderSet({ count: 3, seed: 9, variation: PLAIN });
    assert.notDeepEqual(plain.ink, set.ink);
    const sum = (values: Uint8Array): number => values.reduce((total, value) => total + value, 0);
    const bold = drawReaderSet({ count: 3, seed: 9, variation: { ...PLAIN, weight: [0.5, 0.5] } });
    const fine = drawReaderSet({ count: 3, seed: 9, variation: { ...PLAIN, weight: [-0.5, -0.5] } });
    assert.ok(sum(fine.ink) < sum(plain.ink) && sum(plain.ink) < sum(bold.ink));
    assert.throws(
      () => drawReaderSet({ count: 0, seed: 1 }),
      /count must be a whole number of at least 1, got 0/,
    );
  });

  it('unvaried are just what the generator draws', () => {
    const fonts = bundledFonts().slice(1);
    const plain = drawReaderSet({ count: 2, seed: 9, fonts, variation: PLAIN });
    for (let index = 0; index < 2; index++) {
      const text = Array.from(
        plain.labels.subarray(5 * index, 5 * index + 5),
        (label) => ALPHABET[label],
      ).join('');
      const { image, characters } = generateCaptcha({ text, seed: 1, fonts, noise: false });
      const ink = plain.ink.subarray(10_000 * index, 10_000 * (index + 1));
      assert.ok(
        inkOf(image).every((value, pixel) => Math.abs(value - ink[pixel]) <= 2),
        text,
      );
      characters.forEach(({ x, width }, place) => {
        // The outline begins a little to the right of the character's start.
        const past = (plain.centres?.[5 * index + place] ?? NaN) - x - width / 2;
        assert.ok(past >= 0 && past < 5, `${text}: ${past}`);
      });
    }
  });

  it('come from labelled pictures, and can be chosen from', () => {
    const captchas = [1, 2].map((seed) => {
      const { text, image } = generateCaptcha({ seed });
      return { label: text, image };
    });
    const set = readerSet(captchas);
    const [second] = [selectCaptchas(set, [1])];
    assert.deepEqual(second.ink, inkOf(captchas[1].image));
    assert.deepEqual(second.labels, set.labels.slice(5));
    assert.throws(() => selectCaptchas(set, [2]), /indices must be whole numbers from 0 to 1, got 2/);
    assert.throws(() => readerSet([]), /at least one, got none/);
    assert.throws(
      () => readerSet([{ label: 'abc', image: captchas[0].image }]),
      /must be 5 characters of .* got "abc"/,
    );
  });
});
