import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { ALPHABET } from 'captcha-lab/report';
import { generateCaptcha, type GeneratedCaptcha } from 'captcha-lab/generator';
import { createRandom } from 'captcha-lab/random';
import { fitText, inkOf, learnGlyphs, undistort, type LearntGlyph } from 'captcha-lab/reader';

// Half of the alphabet will do, the narrow ones among it, or five characters would not always fit.
const CHARACTERS = 'cenf25b';

describe('glyphs learnt from pictures', () => {
  const captchas: GeneratedCaptcha[] = [];
  const pictures: Uint8Array[] = [];
  let glyphs: LearntGlyph[];

  before(() => {
    const random = createRandom(3);
    for (let index = 0; index < 20 * CHARACTERS.length; index++) {
      const rest = Array.from({ length: 4 }, () => CHARACTERS[random.integer(CHARACTERS.length)]);
      const text = CHARACTERS[index % CHARACTERS.length] + rest.join('');
      captchas.push(generateCaptcha({ text, seed: index }));
      pictures.push(undistort(inkOf(captchas[index].image)));
    }
    glyphs = learnGlyphs(pictures, { texts: captchas.map(({ text }) => text), seed: 1 });
  });

  it('have the looks and the widths of the fonts that drew them', () => {
    const widths = new Map<string, Set<number>>();
    for (const { character, width } of captchas.flatMap(({ characters }) => characters)) {
      widths.set(character, (widths.get(character) ?? new Set()).add(width + 2));
    }
    for (const character of CHARACTERS) {
      const learnt = glyphs.filter((glyph) => glyph.character === character).map(({ advance }) => advance);
      assert.deepEqual(new Set(learnt), widths.get(character), character);
    }
    assert.equal(glyphs.length, 2 * CHARACTERS.length);
  });

  it('explain a picture by its text better than by any text that differs in one character', () => {
    const { text } = captchas[0];
    const picture = undistort(inkOf(generateCaptcha({ text, seed: 0, noise: false }).image));
    const { misfit } = fitText(picture, text, { glyphs });
    for (let place = 0; place < 5; place++) {
      for (const other of CHARACTERS) {
        if (other === text[place]) continue;
        const wrong = text.slice(0, place) + other + text.slice(place + 1);
        assert.ok(fitText(picture, wrong, { glyphs }).misfit > 1.1 * misfit, `${text} as ${wrong}`);
      }
    }
  });

  it('know by the places of what follows which of two was drawn, also under noise curves', () => {
    const { misfit } = fitText(pictures[1], captchas[1].text, { glyphs });
    const wrong = captchas[1].text[0] === 'e' ? 'c' : 'e';
    assert.ok(fitText(pictures[1], wrong + captchas[1].text.slice(1), { glyphs }).misfit > 1.2 * misfit);
  });

  it('refuse what does not fit together', () => {
    assert.throws(() => learnGlyphs(pictures, { texts: [], seed: 1 }), /must be as many, got 140 and 0/);
    assert.throws(() => fitText(new Uint8Array(3), 'c', { glyphs }), /must have 10000 bytes, got 3/);
    const missing = Array.from(ALPHABET).find((character) => !CHARACTERS.includes(character)) ?? '';
    assert.throws(() => fitText(pictures[0], missing, { glyphs }), /must be of learnt characters, got "3"/);
  });
});
