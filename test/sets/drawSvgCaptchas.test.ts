import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeImage } from 'captcha-lab/image';
import { drawSvgCaptchas, SVG_CAPTCHA_SETTING } from 'captcha-lab/sets';

describe('drawSvgCaptchas', () => {
  it('draws different texts of the setting, in its size, each with its picture in grey and as a file', async () => {
    const drawn = await drawSvgCaptchas({ count: 12, seed: 1 });
    assert.equal(new Set(drawn.map(({ label }) => label)).size, 12);
    for (const { file, label, png, image } of drawn) {
      assert.equal(file, `${label}.png`);
      assert.match(label, new RegExp(`^[${SVG_CAPTCHA_SETTING.alphabet}]{4,6}$`));
      assert.deepEqual([image.width, image.height], [160, 60]);
      assert.deepEqual(await decodeImage(png, { name: file }), image);
      const ink = image.data.filter((grey) => grey < 230).length;
      assert.ok(ink > 200 && ink < 5000, `${file}: ${ink} pixels of ink`);
    }
    assert.deepEqual([...new Set(drawn.map(({ label }) => label.length))].sort(), [4, 5, 6]);
  });

  it('draws the same from the same seed, another from another, and puts Math.random in its place again', async () => {
    // eslint-disable-next-line no-restricted-properties -- looked at, not called.
    const before = Math.random;
    const [one, same, other] = await Promise.all(
      [7, 7, 8].map((seed) => drawSvgCaptchas({ count: 3, seed })),
    );
    assert.deepEqual(same, one);
    assert.notDeepEqual(other[0].label, one[0].label);
    // eslint-disable-next-line no-restricted-properties -- as above.
    assert.equal(Math.random, before);
  });

  it("draws in another's frame", async () => {
    const setting = { width: 200, height: 50, length: { min: 5, max: 5 }, alphabet: 'abc', noise: 1 };
    const [{ label, image }] = await drawSvgCaptchas({ count: 1, seed: 1, setting });
    assert.match(label, /^[abc]{5}$/);
    assert.deepEqual([image.width, image.height], [200, 50]);
  });

  it('names what it cannot draw', async () => {
    await assert.rejects(
      drawSvgCaptchas({ count: 0, seed: 1 }),
      /count must be a whole number of at least 1, got 0/,
    );
    await assert.rejects(drawSvgCaptchas({ count: 1, seed: 0.5 }), { name: 'RangeError' });
    const setting = { ...SVG_CAPTCHA_SETTING, alphabet: 'ab', length: { min: 1, max: 2 } };
    await assert.rejects(
      drawSvgCaptchas({ count: 3, seed: 1, setting }),
      /at most half of the 4 texts, got 3/,
    );
  });
});
