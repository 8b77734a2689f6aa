import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TABLE_I } from 'captcha-lab/report';
import { type CharacterSet } from 'captcha-lab/data';
import {
  EXPERIMENTS,
  PROFILES,
  estimateWork,
  experimentSources,
  findExperiment,
} from 'captcha-lab/experiments';

/** Characters of Table I's frequencies without pictures: sizes are all that is asked for. */
const labels = Uint8Array.from(TABLE_I.flatMap(({ count }, label) => new Array<number>(count).fill(label)));
const set: CharacterSet = {
  count: labels.length,
  width: 2,
  height: 1,
  // No two alike: copies of one picture would be kept together.
  pixels: Uint8Array.from(Array.from(labels, (_, index) => [index % 251, Math.floor(index / 251)]).flat()),
  labels,
  captcha: Int32Array.from(labels.keys(), (index) => Math.floor(index / 5)),
  position: Uint8Array.from(labels.keys(), (index) => index % 5),
};
const handwriting = { ...set, count: 100 };
const sizes = (name: string): (number | undefined)[] => {
  const sources = experimentSources(findExperiment(name), { set, handwriting, splitSeed: 1 });
  return [sources.train.count, sources.validation.count, sources.test?.count];
};

describe('experimentSources', () => {
  it("has the report's sizes", () => {
    assert.deepEqual(sizes('sgd'), [3224, 1063, 1063]);
    assert.deepEqual(sizes('augmented'), [87_048, 1063, 1063]);
    assert.deepEqual(sizes('final'), [27 * (3224 + 1063), 1063, undefined]);
    assert.deepEqual(sizes('emnist'), [100, 1063, 1063]);
    assert.deepEqual(sizes('sgd-by-captcha'), [3210, 1070, 1070]);
  });

  it("takes the report's own division where there is one, for the nine and not for seeded audits", () => {
    const reportSplit = {
      train: Int32Array.of(3, 5, 8),
      validation: Int32Array.of(1),
      test: Int32Array.of(0, 2),
    };
    const sizesOf = (name: string): (number | undefined)[] => {
      const sources = experimentSources(findExperiment(name), {
        set,
        handwriting,
        splitSeed: 1,
        reportSplit,
      });
      return [sources.train.count, sources.validation.count, sources.test?.count];
    };
    assert.deepEqual(sizesOf('sgd'), [3, 1, 2]);
    assert.deepEqual(sizesOf('final'), [27 * 4, 2, undefined]);
    assert.deepEqual(sizesOf('sgd-by-character'), [3224, 1063, 1063]);
  });

  it('keeps copies of one picture on one side, in both kinds of division', () => {
    // CAPTCHA 2n + 1 is a copy of CAPTCHA 2n.
    const original = (example: number) => 10 * Math.floor(example / 10) + (example % 5);
    const pixels = Uint8Array.from(
      Array.from(labels, (_, index) => [original(index) % 251, Math.floor(original(index) / 251)]).flat(),
    );
    const copied = { ...set, pixels, labels: labels.map((_, index) => labels[original(index)]) };
    for (const name of ['sgd', 'sgd-by-captcha']) {
      const {
        train,
        validation,
        test: held,
      } = experimentSources(findExperiment(name), { set: copied, splitSeed: 1 });
      const [learnt, ...others] = [train, validation, held!].map((source) => {
        const pixel = new Uint8Array(2);
        const seen = Array.from(
          { length: source.count },
          (_, index) => (source.read(index, pixel, 0), pixel[0] + 251 * pixel[1]),
        );
        return new Set(seen);
      });
      for (const seen of others)
        assert.ok(seen.size > 400 && [...seen].every((one) => !learnt.has(one)), name);
    }
  });

  it('measures all but final on the same characters, final on the others', () => {
    const read = (name: string, part: 'validation' | 'test'): number[] => {
      const source = experimentSources(findExperiment(name), { set, handwriting, splitSeed: 1 })[part]!;
      const pixel = new Uint8Array(2);
      return Array.from({ length: source.count }, (_, index) => {
        source.read(index, pixel, 0);
        return pixel[0];
      });
    };
    for (const { name } of EXPERIMENTS.slice(0, 8)) {
      assert.deepEqual(read(name, 'validation'), read('sgd', 'validation'), name);
    }
    assert.deepEqual(read('final', 'validation'), read('sgd', 'test'));
    assert.notDeepEqual(read('final', 'validation'), read('sgd', 'validation'));
  });
});

describe('estimateWork', () => {
  it("counts an epoch of the report's Table IV as its cost says: 3224 x 3 x 0.707 billion multiply-adds", () => {
    const work = estimateWork(findExperiment('dropout50'), PROFILES.paper);
    assert.ok(Math.abs(work / (500 * 3224 * 3 * 0.7068e9) - 1) < 1e-3, String(work));
    assert.equal(
      Math.round(estimateWork(findExperiment('augmented'), PROFILES.study) / 87_048),
      Math.round(estimateWork(findExperiment('dropout50'), PROFILES.study) / 12 / 3224),
    );
  });
});

describe('findExperiment', () => {
  it('names all there are when there is none of that name', () => {
    assert.throws(
      () => findExperiment('sgdd'),
      /no experiment "sgdd"; there are adam, sgd, .*sgd-by-captcha/,
    );
  });
});
