import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  copiesAmong,
  copiesAmongCharacters,
  foldsByCaptcha,
  splitByCaptcha,
  splitByCharacter,
} from 'captcha-lab/data';
import { importData } from 'captcha-lab/sets';
import { loadCaptchas } from 'captcha-lab/report';
import { encodeRgbaPng, greyImage, rgbaImage } from 'captcha-lab/image';
import { writePictures } from './pictures';
import { temporaryFolder } from './temporaryFolder';

const picture = (grey: number) => ({ image: greyImage(2, 2, new Uint8Array(4).fill(grey)) });
/** Groups of 1 to 4 members, scattered. */
const grouping = fc.array(fc.nat({ max: 30 }), { minLength: 12, maxLength: 60 }).filter((groups) => {
  const counts = new Map<number, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts.size >= 6 && Math.max(...counts.values()) <= 4;
});
const setsOf = (groups: readonly number[], members: Int32Array) =>
  new Set([...members].map((index) => groups[index]));
const disjoint = (a: Set<number>, b: Set<number>) => [...a].every((group) => !b.has(group));

describe('copies of one picture', () => {
  it('are found by their pixels, whatever the files', async (test) => {
    assert.deepEqual(
      [...copiesAmong([picture(1), picture(2), picture(1), picture(3), picture(2)])],
      [0, 1, 0, 3, 1],
    );
    const folder = temporaryFolder(test);
    await writePictures(folder, '226md.png', '33333.png');
    copyFileSync(path.join(folder, '226md.png'), path.join(folder, '226md (1).png'));
    const black = rgbaImage(
      200,
      50,
      new Uint8Array(40_000).map((_, at) => (at % 4 === 3 ? 255 : 0)),
    );
    writeFileSync(path.join(folder, '77777.png'), encodeRgbaPng(black));
    assert.deepEqual([...copiesAmong(await loadCaptchas(folder))], [0, 0, 2, 0]);
  });

  it('differ when only the sides do', () => {
    const flat = { image: greyImage(4, 1, new Uint8Array(4)) };
    assert.deepEqual([...copiesAmong([picture(0), flat])], [0, 1]);
  });

  it('are reported by the import, and those with other labels apart', async (test) => {
    const folder = temporaryFolder(test);
    const source = path.join(folder, 'source');
    mkdirSync(source);
    await writePictures(source, '226md.png', '33333.png');
    copyFileSync(path.join(source, '226md.png'), path.join(source, '226md (1).png'));
    const imported = await importData(source, { into: path.join(folder, 'a') });
    assert.equal(imported.counts.captchas, 3);
    assert.match(
      imported.notes[1],
      /^1 of these is a copy of another picture: 226md \(1\)\.png = 226md\.png\. Folds and splits by CAPTCHA keep copies together/,
    );
    assert.ok(!imported.notes.some((note) => note.includes('different labels')));
    copyFileSync(path.join(source, '226md.png'), path.join(source, '44444.png'));
    const contrary = await importData(source, { into: path.join(folder, 'b') });
    assert.match(contrary.notes[1], /^2 of these are copies/);
    assert.match(
      contrary.notes[2],
      /^The same picture has different labels, of which at most one is right: 226md \(1\)\.png = 226md\.png = 44444\.png\.$/,
    );
  });

  it('never fall into two sets of a split', () => {
    fc.assert(
      fc.property(grouping, fc.integer(), (groups, seed) => {
        const { train, validation, test } = splitByCaptcha(groups.length, {
          seed,
          groups,
          validation: 0.35,
          test: 0.35,
        });
        assert.deepEqual(
          [...train, ...validation, ...test].sort((a, b) => a - b),
          groups.map((_, index) => index),
        );
        const [inTrain, inValidation, inTest] = [train, validation, test].map((set) => setsOf(groups, set));
        assert.ok(
          disjoint(inTrain, inValidation) && disjoint(inTrain, inTest) && disjoint(inValidation, inTest),
        );
        assert.ok(test.length <= Math.trunc(0.35 * groups.length) && train.length > 0);
      }),
    );
  });

  it('never fall into two folds, of which none is empty', () => {
    fc.assert(
      fc.property(grouping, fc.integer({ min: 2, max: 6 }), fc.integer(), (groups, folds, seed) => {
        const result = foldsByCaptcha(groups.length, { folds, seed, groups });
        assert.deepEqual(
          result.flatMap(({ test }) => [...test]).sort((a, b) => a - b),
          groups.map((_, index) => index),
        );
        for (const { train, test } of result) {
          assert.ok(test.length > 0);
          assert.ok(disjoint(setsOf(groups, train), setsOf(groups, test)));
          assert.equal(train.length + test.length, groups.length);
        }
      }),
    );
  });

  it('stay together without being asked when the CAPTCHAs themselves are given', () => {
    const captchas = Array.from({ length: 40 }, (_, index) => picture(index % 20));
    for (const { train, test } of foldsByCaptcha(captchas, { seed: 1 })) {
      assert.ok(
        disjoint(
          new Set([...train].map((index) => index % 20)),
          new Set([...test].map((index) => index % 20)),
        ),
      );
      assert.equal(test.length, 8);
    }
    const { train, test } = splitByCaptcha(captchas, { seed: 1 });
    assert.ok(
      disjoint(new Set([...train].map((index) => index % 20)), new Set([...test].map((index) => index % 20))),
    );
  });

  it('change nothing where there are none', () => {
    const captchas = Array.from({ length: 57 }, (_, index) => picture(index));
    for (const seed of [1, 2, 3]) {
      assert.deepEqual(foldsByCaptcha(captchas, { seed }), foldsByCaptcha(57, { seed }));
      assert.deepEqual(splitByCaptcha(captchas, { seed }), splitByCaptcha(57, { seed }));
    }
    assert.deepEqual(
      [...splitByCaptcha(10, { seed: 1 }).test],
      [...splitByCaptcha(10, { seed: 1, groups: Array.from({ length: 10 }, (_, index) => index) }).test],
    );
  });

  it('are kept together by the split by character where groups are given', () => {
    const labels = new Uint8Array(200);
    const groups = Array.from(labels, (_, index) => Math.floor(index / 4));
    const split = splitByCharacter({ labels }, { seed: 1, groups });
    assert.deepEqual([split.train.length, split.validation.length, split.test.length], [120, 40, 40]);
    assert.ok(disjoint(setsOf(groups, split.train), setsOf(groups, split.test)));
    assert.ok(disjoint(setsOf(groups, split.validation), setsOf(groups, split.test)));
  });

  it('are found among characters', () => {
    const pixels = Uint8Array.from({ length: 15 }, (_, index) => (index < 5 || index >= 10 ? 7 : index));
    const set = {
      count: 15,
      width: 1,
      height: 1,
      pixels,
      labels: new Uint8Array(15),
      captcha: new Int32Array(15),
      position: new Uint8Array(15),
    };
    assert.deepEqual([...copiesAmongCharacters(set, { length: 5 })], [0, 1, 0]);
  });

  it('are refused when too many for the sets', () => {
    assert.throws(
      () => foldsByCaptcha(10, { seed: 1, groups: new Array(10).fill(0) }),
      /RangeError: foldsByCaptcha: there must be at least folds \(5\) groups of CAPTCHAs, got 1/,
    );
    assert.throws(
      () => splitByCaptcha(10, { seed: 1, groups: new Array(10).fill(0) }),
      /RangeError: splitByCaptcha: groups must leave CAPTCHAs for test, but each group is larger than 2/,
    );
    assert.throws(
      () => splitByCaptcha(10, { seed: 1, groups: [1] }),
      /groups must hold one number for each of 10, got 1/,
    );
    assert.throws(
      () => splitByCaptcha(2, { seed: 1, groups: [1, 0.5] }),
      /groups must be whole numbers, got 0\.5 \(entry 1\)/,
    );
  });
});
