import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bundledFonts, drawText, loadFont, TEXT_ALPHABET } from 'captcha-lab/generator';
import { glyph } from '../../lib/generator/glyph';
import { alphaOf, inkDifference, KAPTCHA, storedAlpha } from './kaptchaFixture';

const [openSans, dejaVu] = bundledFonts();

describe('drawText', () => {
  it('starts at x = 28 and goes on by the whole width and two pixels', () => {
    const { characters } = drawText('2gm6y', { fonts: [openSans] });
    assert.deepEqual(
      characters.map(({ character, x, width }) => [character, x, width]),
      [
        ['2', 28, 20],
        ['g', 50, 22],
        ['m', 74, 33],
        ['6', 109, 20],
        ['y', 131, 22],
      ],
    );
  });

  for (const { font, widths, text, hinted, outlines } of KAPTCHA.texts) {
    const file = font.startsWith('OpenSans') ? openSans : dejaVu;

    it(`has Java2D's widths of all 19 characters of ${font}`, () => {
      assert.equal(Object.keys(widths).length, 19);
      for (const [character, width] of Object.entries(widths)) {
        assert.equal(glyph(character, loadFont(file)).outlineWidth, width, character);
      }
    });

    it(`draws ${font} as Java2D fills its outlines, and close to how it draws text`, () => {
      const drawn = alphaOf(drawText(text, { fonts: [file] }).image);
      const unhinted = inkDifference(drawn, storedAlpha(outlines));
      assert.ok(unhinted.mean < 1.1 && unhinted.max < 20, JSON.stringify(unhinted));
      const asText = inkDifference(drawn, storedAlpha(hinted));
      assert.ok(asText.mean < 13, JSON.stringify(asText));
    });
  }

  it('draws black on transparency, with rows to spare above and descenders cut below', () => {
    const { image } = drawText('gypd8');
    assert.deepEqual([image.width, image.height], [200, 50]);
    assert.ok(image.data.every((value, index) => index % 4 === 3 || value === 0));
    const alpha = alphaOf(image);
    const row = (y: number): number => alpha.subarray(200 * y, 200 * (y + 1)).reduce((a, b) => a + b, 0);
    assert.equal(row(10), 0);
    assert.ok(row(12) > 0 && row(49) > 0);
  });

  it('takes both faces, as the seed says', () => {
    const used = (seed: number) => drawText('nnnnn', { seed }).characters.map(({ font }) => font);
    assert.deepEqual(used(1), used(1));
    const all = Array.from({ length: 100 }, (_, seed) => used(seed)).flat();
    const share = all.filter((font) => font.startsWith('DejaVu')).length / all.length;
    assert.ok(Math.abs(share - 0.5) < 0.07, `${share}`);
  });

  it('keeps any text of the alphabet inside the picture or refuses it', () => {
    const texts = fc.string({
      unit: fc.constantFrom(...Array.from(TEXT_ALPHABET)),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(texts, (text) => {
        const [openSansOnly] = bundledFonts();
        try {
          const alpha = alphaOf(drawText(text, { fonts: [openSansOnly] }).image);
          assert.ok(alpha.every((value, index) => index % 200 < 195 || value === 0));
        } catch (error) {
          assert.match((error as Error).message, /must end by x = 195/);
          assert.ok(text.length > 4);
        }
      }),
    );
  });

  it('draws other characters that the font has, in pairs of UTF-16 units as well', () => {
    assert.equal(drawText('Äß€', { fonts: [dejaVu] }).characters.length, 3);
    assert.equal(
      drawText('𝔸', { fonts: [dejaVu.replace('SansCondensed-Bold', 'Sans')] }).characters.length,
      1,
    );
  });

  it('refuses what it cannot draw', () => {
    assert.throws(() => drawText(''), /text must have at least one character/);
    assert.throws(() => drawText('n', { fonts: [] }), /fonts must name at least one font file/);
    assert.throws(() => drawText('mmmmmm'), {
      name: 'RangeError',
      message: /text "mmmmmm" must end by x = 195 .* got 2\d\d .*narrower/,
    });
    assert.throws(() => drawText('日', { fonts: [openSans] }), {
      name: 'RangeError',
      message: /font open-sans-latin-700-normal\.woff2 has no character "日" \(U\+65E5\)/,
    });
    assert.throws(() => drawText('a b'), /character " " \(U\+0020\) of .* leaves no ink/);
  });
});
