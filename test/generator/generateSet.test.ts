import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ALPHABET } from 'captcha-lab/report';
import {
  bundledFonts,
  generateCaptcha,
  generateSet,
  randomText,
  setTexts,
  TEXT_ALPHABET,
} from 'captcha-lab/generator';
import { deriveSeed } from 'captcha-lab/random';
import { fittingText } from '../../lib/generator/fittingText';

describe('TEXT_ALPHABET', () => {
  it('is that of the data set with a second n', () => {
    assert.deepEqual(Array.from(TEXT_ALPHABET).sort(), Array.from(`${ALPHABET}n`).sort());
  });
});

describe('randomText', () => {
  it('draws n twice as often as each other character, in every place', () => {
    const texts = Array.from({ length: 4000 }, (_, seed) => randomText({ seed }));
    assert.ok(texts.every((text) => text.length === 5));
    for (let place = 0; place < 5; place++) {
      for (const character of ALPHABET) {
        const share = texts.filter((text) => text[place] === character).length / texts.length;
        const expected = character === 'n' ? 0.1 : 0.05;
        // Four standard deviations of a count among 4000.
        const tolerance = 4 * Math.sqrt((expected * (1 - expected)) / texts.length);
        assert.ok(Math.abs(share - expected) < tolerance, `${character} in place ${place}: ${share}`);
      }
    }
  });
});

describe('setTexts', () => {
  it('gives each text once, though many would come again', () => {
    const texts = [...setTexts({ count: 20_000, seed: 3 })];
    assert.equal(new Set(texts.map(({ text }) => text)).size, 20_000);
    const drawn = texts.map(({ seed }) => randomText({ seed: deriveSeed(seed, 'text', 0) }));
    assert.ok(new Set(drawn).size < 20_000);
  });
});

describe('generateSet', () => {
  it('draws each text once, and each picture can be drawn again from its seed', () => {
    const set = [...generateSet({ count: 60, seed: 9 })];
    assert.equal(new Set(set.map(({ captcha }) => captcha.text)).size, 60);
    const { seed, captcha } = set[41];
    assert.deepEqual(generateCaptcha({ seed, text: captcha.text }).image, captcha.image);
  });

  it('begins alike whatever the count, and differs by seed', () => {
    const texts = (count: number, seed: number) =>
      [...generateSet({ count, seed })].map(({ captcha }) => captcha.text);
    assert.deepEqual(texts(10, 2), texts(20, 2).slice(0, 10));
    assert.notDeepEqual(texts(10, 2), texts(10, 3));
  });

  it('draws one text again and again, each time otherwise', () => {
    const set = [...generateSet({ count: 5, seed: 1, text: 'nw4x8', noise: false })];
    assert.deepEqual(new Set(set.map(({ captcha }) => captcha.text)), new Set(['nw4x8']));
    assert.ok(set.every(({ captcha }) => captcha.curves.length === 0));
    assert.ok(new Set(set.map(({ captcha }) => captcha.characters.map(({ font }) => font).join())).size > 1);
  });

  it('draws in the fonts given', () => {
    const [, dejaVu] = bundledFonts();
    const fonts = [...generateSet({ count: 3, seed: 1, fonts: [dejaVu] })].flatMap(({ captcha }) =>
      captcha.characters.map(({ font }) => font),
    );
    assert.deepEqual(new Set(fonts), new Set(['DejaVuSansCondensed-Bold.ttf']));
  });

  it('skips texts that are used or too wide, and gives up when there are no others', () => {
    const fonts = bundledFonts();
    const first = fittingText(7, fonts);
    assert.notEqual(fittingText(7, fonts, new Set([first])), first);
    const all = { has: () => true, size: 12 } as unknown as ReadonlySet<string>;
    assert.throws(() => fittingText(7, fonts, all), /No further text .* after 12: use a smaller count/);
  });

  it('refuses bad numbers', () => {
    for (const count of [0, -1, 1.5, NaN]) {
      assert.throws(
        () => [...generateSet({ count, seed: 1 })],
        /count must be a whole number of at least 1, got/,
      );
    }
    assert.throws(() => [...generateSet({ count: 1, seed: 0.1 })], /seed must be a whole number/);
  });
});
