import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromRows, greyImage, toRows } from 'captcha-lab/image';
import { tf } from 'captcha-lab/tensorflow';
import { heatMapOver, mapOnInk, meanMap, resizeMap, tileOf, type ValueMap } from 'captcha-lab/visualize';
import { largestDifference, spread } from '../model/formulaNet';

function mapOf(rows: readonly (readonly number[])[]): ValueMap {
  return { height: rows.length, width: rows[0].length, values: Float32Array.from(rows.flat()) };
}

describe('resizeMap', () => {
  for (const [from, to] of [
    [
      [14, 5],
      [38, 21],
    ],
    [
      [3, 7],
      [9, 7],
    ],
    [
      [8, 8],
      [3, 5],
    ],
    [
      [1, 1],
      [4, 6],
    ],
  ] as const) {
    it(`equals TensorFlow's bilinear resize with half-pixel centres, ${from.join(' x ')} to ${to.join(' x ')}`, () => {
      const values = Float32Array.from(spread(from[0] * from[1], 3));
      const ours = resizeMap({ height: from[0], width: from[1], values }, { height: to[0], width: to[1] });
      const theirs = tf.tidy(() =>
        tf.image.resizeBilinear(tf.tensor3d(values, [...from, 1]), [...to], false, true).dataSync(),
      );
      assert.ok(largestDifference(ours.values, theirs) < 1e-6);
    });
  }

  it('refuses a size that is no whole number of at least 1', () => {
    assert.throws(
      () => resizeMap(mapOf([[1]]), { height: 0, width: 1 }),
      /height must be a whole number of at least 1, got 0/,
    );
    assert.throws(() => resizeMap(mapOf([[1]]), { height: 1, width: 1.5 }), /width must be .* got 1\.5/);
  });
});

describe('tileOf', () => {
  it('puts the mean at 128 and a standard deviation 64 levels from it', () => {
    assert.deepEqual(
      toRows(
        tileOf(
          mapOf([
            [0, 2],
            [2, 0],
          ]),
        ),
      ),
      [
        [64, 192],
        [192, 64],
      ],
    );
    assert.deepEqual(toRows(tileOf(mapOf([[0, 2]]), { contrast: 10 })), [[118, 138]]);
  });

  it('clips what leaves 0 to 255', () => {
    assert.deepEqual(toRows(tileOf(mapOf([[0, 0, 0, 0, 0, 0, 9]])))[0].at(-1), 255);
  });

  it('shows a blank filter as an even grey, without a division by zero', () => {
    assert.deepEqual(
      toRows(
        tileOf(
          mapOf([
            [0, 0],
            [0, 0],
          ]),
        ),
      ),
      [
        [128, 128],
        [128, 128],
      ],
    );
  });

  it('refuses a contrast that is not above 0', () => {
    assert.throws(() => tileOf(mapOf([[1]]), { contrast: 0 }), /contrast must be a number above 0, got 0/);
  });
});

describe('meanMap', () => {
  it('is the mean at each place', () => {
    assert.deepEqual([...meanMap([mapOf([[0, 1]]), mapOf([[1, 1]])]).values], [0.5, 1]);
  });

  it('refuses no maps, and maps of different sizes', () => {
    assert.throws(() => meanMap([]), /at least one map, got none/);
    assert.throws(() => meanMap([mapOf([[1]]), mapOf([[1, 2]])]), /of one size, got 1 x 1 and 1 x 2/);
  });
});

describe('mapOnInk', () => {
  it('tells how much of a map lies on ink, beside how much of the picture is ink', () => {
    const stroke = fromRows([[0, 255, 255, 127]]);
    assert.deepEqual(mapOnInk(mapOf([[3, 1, 0, 0]]), stroke), { onInk: 0.75, ink: 0.5 });
    assert.equal(mapOnInk(mapOf([[1]]), stroke).onInk, 0.5);
  });

  it('of a blank map is no number', () => {
    assert.equal(mapOnInk(mapOf([[0, 0]]), fromRows([[0, 255]])).onInk, NaN);
  });
});

describe('heatMapOver', () => {
  const picture = fromRows([
    [255, 0],
    [255, 100],
  ]);
  const pixel = (data: Uint8Array, index: number): number[] => [...data.slice(index * 4, index * 4 + 4)];

  it('leaves the picture as it is where the map is 0, and veils ink and paper alike where it is 1', () => {
    const { data } = heatMapOver(
      picture,
      mapOf([
        [0, 1],
        [1, 0],
      ]),
      { strength: 1 },
    );
    assert.deepEqual(pixel(data, 0), [255, 255, 255, 255]);
    assert.deepEqual(pixel(data, 1), [213, 94, 0, 255]);
    assert.deepEqual(pixel(data, 2), [213, 94, 0, 255]);
    assert.deepEqual(pixel(data, 3), [100, 100, 100, 255]);
    assert.deepEqual(
      pixel(
        heatMapOver(
          picture,
          mapOf([
            [0, 1],
            [1, 0],
          ]),
        ).data,
        1,
      ),
      [181, 80, 0, 255],
    );
  });

  for (const [name, grey, sign] of [
    ['darker on paper', 255, -1],
    ['lighter on ink', 0, 1],
  ] as const) {
    it(`gets ${name} as the map rises, so that it can be read in black and white`, () => {
      const shades = Array.from({ length: 11 }, (_, index) => {
        const [red, green, blue] = heatMapOver(
          greyImage(1, 1, Uint8Array.of(grey)),
          mapOf([[index / 10]]),
        ).data;
        return 0.299 * red + 0.587 * green + 0.114 * blue;
      });
      shades.slice(1).forEach((shade, index) => {
        assert.ok(Math.sign(shade - shades[index]) === sign, `${shade} after ${shades[index]}`);
      });
    });
  }

  it('in jet runs from blue over green to red, mixed with the picture by its strength', () => {
    const paper = greyImage(3, 1, Uint8Array.of(255, 255, 255));
    const { data } = heatMapOver(paper, mapOf([[0, 0.5, 1]]), { palette: 'jet', strength: 1 });
    assert.deepEqual(
      [0, 1, 2].map((index) => pixel(data, index).slice(0, 3)),
      [
        [0, 0, 128],
        [128, 255, 128],
        [128, 0, 0],
      ],
    );
    const faint = heatMapOver(paper, mapOf([[0, 0.5, 1]]), { palette: 'jet', strength: 0 });
    assert.deepEqual(pixel(faint.data, 1), [255, 255, 255, 255]);
  });

  it('takes values outside 0 to 1 for the nearer end, and leaves its input alone', () => {
    const { data } = heatMapOver(fromRows([[255, 255]]), mapOf([[-3, 7]]));
    assert.deepEqual(
      [pixel(data, 0), pixel(data, 1)],
      [
        [255, 255, 255, 255],
        [219, 118, 38, 255],
      ],
    );
    const map = mapOf([
      [0.2, 0.4],
      [0.6, 0.8],
    ]);
    heatMapOver(picture, map);
    assert.deepEqual(toRows(picture), [
      [255, 0],
      [255, 100],
    ]);
    assert.deepEqual([...map.values], [...Float32Array.of(0.2, 0.4, 0.6, 0.8)]);
    assert.throws(() => heatMapOver(picture, mapOf([[NaN]])), /values must be finite, got NaN at 0/);
  });

  it('draws ink lighter where it is told to, and paper as it is', () => {
    const nothing = mapOf([[0, 0]]);
    const [ink, , , , paper] = heatMapOver(fromRows([[0, 255]]), nothing, { ink: 0.2 }).data;
    assert.deepEqual([ink, paper], [204, 255]);
    assert.throws(
      () => heatMapOver(fromRows([[0, 255]]), nothing, { ink: 2 }),
      /ink must be a number from 0 to 1, got 2/,
    );
  });

  it('refuses a strength outside 0 to 1', () => {
    assert.throws(() => heatMapOver(picture, mapOf([[1]]), { strength: 2 }), /strength must be .* got 2/);
  });
});
