import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { characterAt, meanOfClass, selectExamples, type CharacterSet } from 'captcha-lab/data';
import { bundledFonts, PLAIN_CHARACTERS, plainCharacters } from 'captcha-lab/generator';

const SIZE = 21 * 38;
const picture = ({ pixels }: CharacterSet, index: number): string =>
  Buffer.from(pixels.subarray(index * SIZE, (index + 1) * SIZE)).toString('hex');

describe('plainCharacters', () => {
  it('has as many of each class as asked, class after class, in the form of EMNIST', async () => {
    const set = await plainCharacters({ perClass: 3, seed: 1 });
    assert.deepEqual([set.count, set.width, set.height, set.pixels.length], [57, 21, 38, 57 * SIZE]);
    assert.deepEqual(
      [...set.labels],
      Array.from({ length: 57 }, (_, index) => Math.floor(index / 3)),
    );
    assert.ok(set.captcha.every((captcha) => captcha === -1));
    assert.ok(set.position.every((position) => position === 0));
  });

  it('is dark on white, with ink in every picture and none of it at the left and right borders', async () => {
    const set = await plainCharacters({ perClass: 5, seed: 2 });
    for (let index = 0; index < set.count; index++) {
      const { data } = characterAt(set, index);
      const ink = data.filter((value) => value < 128).length;
      assert.ok(ink > 0.02 * SIZE && ink < 0.5 * SIZE, `${ink} dark pixels in example ${index}`);
      for (let y = 0; y < 38; y++) assert.deepEqual([data[y * 21], data[y * 21 + 20]], [255, 255]);
    }
  });

  it('draws the same for the same seed, and no two alike', async () => {
    const [set, again, other] = await Promise.all(
      [3, 3, 4].map((seed) => plainCharacters({ perClass: 4, seed })),
    );
    assert.deepEqual(again.pixels, set.pixels);
    assert.notDeepEqual(other.pixels, set.pixels);
    const different = new Set(Array.from({ length: set.count }, (_, index) => picture(set, index)));
    assert.equal(different.size, set.count);
  });

  it('begins each class alike however many are asked for', async () => {
    const [few, many] = await Promise.all([2, 3].map((perClass) => plainCharacters({ perClass, seed: 5 })));
    assert.equal(picture(many, 3 * 7 + 1), picture(few, 2 * 7 + 1));
  });

  it('draws upright: the upper half of a 7 has more ink than the lower, of a d the right more than the left', async () => {
    const set = await plainCharacters({ perClass: 20, seed: 6 });
    const all = selectExamples(set, [...set.labels.keys()]);
    const inkOf = (label: number, kept: (x: number, y: number) => boolean): number =>
      meanOfClass(all, label).data.reduce(
        (sum, value, pixel) => sum + (kept(pixel % 21, Math.floor(pixel / 21)) ? 255 - value : 0),
        0,
      );
    assert.ok(inkOf(5, (_, y) => y < 19) > 1.3 * inkOf(5, (_, y) => y >= 19));
    assert.ok(inkOf(9, (x) => x > 10) > 1.2 * inkOf(9, (x) => x < 10));
  });

  it('takes each of the fonts, and says that it is no handwriting', async () => {
    const [openSans] = bundledFonts();
    const [one, both] = await Promise.all(
      [[openSans], undefined].map((fonts) => plainCharacters({ perClass: 2, ...(fonts && { fonts }) })),
    );
    assert.notDeepEqual(one.pixels, both.pixels);
    assert.match(PLAIN_CHARACTERS, /standing in for EMNIST/);
  });

  it('names the option that is out of range', async () => {
    await assert.rejects(
      plainCharacters({ perClass: 0 }),
      /perClass must be a whole number of at least 1, got 0/,
    );
    await assert.rejects(
      plainCharacters({ perClass: 1, seed: 0.5 }),
      /plainCharacters: seed must be .* got 0.5/,
    );
    await assert.rejects(plainCharacters({ perClass: 1, fonts: [] }), /fonts is empty/);
  });
});
