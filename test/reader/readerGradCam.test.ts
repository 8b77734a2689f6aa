import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { generateCaptcha } from 'captcha-lab/generator';
import { greyImage } from 'captcha-lab/image';
import { buildReader, loadReader, readerGradCam } from 'captcha-lab/reader';
import { tf } from 'captcha-lab/tensorflow';
import { resizeMap } from 'captcha-lab/visualize';
import '../training/oneThread';

const SHIPPED = path.join(__dirname, '..', '..', 'data', 'models', 'reader-generated');
const SMALL = { seed: 1, width: 1 / 8, dropout: 0.5 };

describe('readerGradCam', () => {
  it('gives a map of 3 x 50 for each character, 0 to 1, the same each time, and leaves no tensor behind', () => {
    const model = buildReader(SMALL);
    const { image, text } = generateCaptcha({ seed: 2 });
    const before = tf.memory().numTensors;
    const maps = readerGradCam(model, image, { text });
    assert.equal(tf.memory().numTensors, before);
    assert.equal(maps.map(({ character }) => character).join(''), text);
    for (const map of maps) {
      assert.deepEqual([map.height, map.width, map.values.length], [3, 50, 150]);
      assert.ok(map.values.every((value) => value >= 0 && value <= 1));
      assert.equal(Math.max(...map.values), 1);
      assert.ok(map.peak > 0 && Number.isFinite(map.peak));
      const large = resizeMap(map, image);
      assert.deepEqual([large.height, large.width], [50, 200]);
      assert.ok(large.values.every((value) => value >= 0 && value <= 1));
    }
    // Dropout, were it on, would draw another mask.
    assert.deepEqual(readerGradCam(model, image, { text }), maps);
    model.dispose();
  });

  it('takes another layer, whose maps have another size', () => {
    const model = buildReader(SMALL);
    const { image, text } = generateCaptcha({ seed: 2 });
    const [{ height, width }] = readerGradCam(model, image, { text, layer: 'convolution_2' });
    assert.deepEqual([height, width], [25, 100]);
    model.dispose();
  });

  it('asks about what is read unless a text is given', async (t) => {
    if (!existsSync(SHIPPED)) {
      t.skip('no data/models/reader-generated: `npm run models -- reader-generated` makes it');
      return;
    }
    const reader = await loadReader(SHIPPED);
    const { image } = generateCaptcha({ seed: 3 });
    const { temperature } = reader.card;
    const [{ text }] = reader.read([image]);
    assert.deepEqual(
      readerGradCam(reader.model, image, { temperature }),
      readerGradCam(reader.model, image, { temperature, text }),
    );
    reader.dispose();
  });

  it('looks at the character itself: nearly all of a map lies on its own columns', async (t) => {
    if (!existsSync(SHIPPED)) {
      t.skip('no data/models/reader-generated: `npm run models -- reader-generated` makes it');
      return;
    }
    const reader = await loadReader(SHIPPED);
    const shares = Array.from({ length: 10 }, (_, index) => {
      const { image, text, characters } = generateCaptcha({ seed: index + 1 });
      return readerGradCam(reader.model, image, { text }).map(({ values, width }, place) => {
        const { x, width: across } = characters[place];
        // A column reaches as far as its neighbours see.
        const near = values.filter((_, cell) => {
          const middle = ((cell % width) + 0.5) * (200 / width);
          return middle >= x - 8 && middle <= x + across + 8;
        });
        const sum = (all: Float32Array): number => all.reduce((total, value) => total + value, 0);
        return sum(near) / sum(values);
      });
    }).flat();
    const mean = shares.reduce((total, share) => total + share, 0) / shares.length;
    assert.ok(mean > 0.85, `${mean} of the maps' mass`);
    reader.dispose();
  });

  it('says what is wrong with an option or a picture', () => {
    const model = buildReader(SMALL);
    const { image } = generateCaptcha({ seed: 1 });
    const asked = (options: Parameters<typeof readerGradCam>[2]) => () =>
      readerGradCam(model, image, options);
    assert.throws(asked({ text: 'abc' }), /text must be 5 characters of 2345678\w+, got "abc"/);
    assert.throws(asked({ text: 'aaaaa' }), /text must be 5 characters/);
    assert.throws(asked({ temperature: 0 }), /temperature must be a number above 0, got 0/);
    assert.throws(asked({ layer: 'features' }), /layer must be .* with maps, .* got features/);
    assert.throws(asked({ layer: 'nowhere' }), /convolution_4_pooling.* got nowhere/);
    const small = greyImage(2, 2, new Uint8Array(4));
    assert.throws(() => readerGradCam(model, small), /must be 200 x 50/);
    model.dispose();
  });
});
