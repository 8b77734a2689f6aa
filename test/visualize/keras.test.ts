import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { greyImage, type GreyImage } from 'captcha-lab/image';
import { loadModel } from 'captcha-lab/model';
import type { tf } from 'captcha-lab/tensorflow';
import { activations, gradCam, gradientAscent } from 'captcha-lab/visualize';
import { largestDifference, spread, unpack } from '../model/formulaNet';

const FOLDER = path.join(__dirname, '..', 'fixtures', 'visualize');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));

interface Inputs {
  readonly inputScale: number;
  readonly seed: number;
  readonly ascents: readonly {
    readonly layer: string;
    readonly filters: number[];
    readonly noise: string[];
  }[];
}
interface Keras {
  readonly activations: Readonly<Record<string, string>>;
  readonly ascents: readonly {
    layer: string;
    filter: number;
    one: string;
    forty: string;
    response: number;
  }[];
  readonly gradCam: readonly {
    layer: string;
    labels: number[];
    score: 'logit' | 'probability';
    maps: string[];
  }[];
}

const { inputScale, seed, ascents } = read('inputs.json') as Inputs;
const keras = read('keras.json') as Keras;

/** The fixture's pictures, as its script makes them. */
function pictures(): GreyImage[] {
  const size = 38 * 21;
  const pixels = Uint8Array.from(spread(2 * size, 99), (value) => Math.floor((value + 1) * 128));
  return [0, 1].map((index) => greyImage(21, 38, pixels.slice(index * size, (index + 1) * size)));
}

describe('a net that the kit saved looks to the kit as it looks to Keras, within 1e-4', () => {
  let model: tf.LayersModel;
  before(async () => {
    model = await loadModel(path.join(FOLDER, 'net'));
  });
  after(() => {
    model.dispose();
  });

  it('in the activations of all four convolutions', () => {
    for (const { layer, maps } of activations(model, pictures()[0], { inputScale })) {
      const ours = maps.flatMap((map) => [...map]);
      assert.ok(largestDifference(ours, unpack(keras.activations[layer])) < 1e-4, layer);
      assert.ok(Math.max(...ours) > 0.1, `${layer} answers`);
    }
  });

  for (const { layer, filters, noise } of ascents) {
    it(`in one and in forty steps of gradient ascent on ${layer}`, () => {
      const climb = (steps: number): ReturnType<typeof gradientAscent> =>
        gradientAscent(model, { layer, filters, steps, seed, inputScale });
      climb(0).forEach(({ values }, slot) => {
        assert.deepEqual(values, unpack(noise[slot]), 'the noise it starts from');
      });
      const [one, forty] = [climb(1), climb(40)];
      filters.forEach((filter, slot) => {
        const theirs = keras.ascents.find((ascent) => ascent.layer === layer && ascent.filter === filter)!;
        for (const [ours, expected] of [
          [one[slot], unpack(theirs.one)],
          [forty[slot], unpack(theirs.forty)],
        ] as const) {
          assert.ok(largestDifference(ours.values, expected) < 1e-4, `${layer}, filter ${filter}`);
        }
        assert.ok(Math.abs(forty[slot].response - theirs.response) < 1e-4);
      });
    });
  }

  for (const { layer, labels, score, maps } of keras.gradCam) {
    it(`in Grad-CAM of ${layer} for classes ${labels.join(' and ')} by ${score}, to 1e-4 of the map's own peak`, () => {
      const ours = gradCam(model, pictures(), { layer, labels, score, inputScale });
      maps.forEach((theirs, index) => {
        const { values, peak } = ours[index];
        const raw = unpack(theirs);
        const expected = Math.max(...raw);
        assert.ok(Math.abs(peak - expected) <= 1e-4 * expected, `peak ${peak}, Keras ${expected}`);
        assert.equal(Math.max(...values), expected > 0 ? 1 : 0);
        const scaled = raw.map((value) => (expected > 0 ? value / expected : 0));
        assert.ok(largestDifference(values, scaled) < 1e-4);
      });
    });
  }
});
