import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadImage, createCanvas } from '@napi-rs/canvas';
import { fromRows } from 'captcha-lab/image';
import { imageGrid, type ImageGridOptions } from 'captcha-lab/notebook';

const IMAGE = fromRows([
  [0, 100],
  [200, 255],
]);

/** Red values of the grid's PNG, which is twice as fine as its stated size. */
async function pixels(
  images: Parameters<typeof imageGrid>[0],
  options: ImageGridOptions,
): Promise<number[][]> {
  const { png, width, height } = imageGrid(images, options);
  const picture = await loadImage(png);
  assert.deepEqual([picture.width, picture.height], [2 * width, 2 * height]);
  const context = createCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  return Array.from({ length: picture.height }, (_, y) =>
    Array.from({ length: picture.width }, (_, x) => data[4 * (y * picture.width + x)]),
  );
}

describe('imageGrid', () => {
  it('enlarges without smoothing: a pixel becomes a square of its own grey', async () => {
    const found = await pixels([IMAGE], { scale: 2, gap: 0, border: 'none' });
    const row = (left: number, right: number): number[] => [
      left,
      left,
      left,
      left,
      right,
      right,
      right,
      right,
    ];
    assert.deepEqual(
      found,
      [0, 0, 0, 0, 1, 1, 1, 1].map((half) => (half === 0 ? row(0, 100) : row(200, 255))),
    );
  });

  it('lays images out in rows, on white', async () => {
    const found = await pixels([IMAGE, IMAGE, IMAGE], { columns: 2, gap: 1, border: 'none' });
    // Two columns and two rows of 2 pixels and three gaps of 1, in double size.
    assert.deepEqual([found.length, found[0].length], [14, 14]);
    assert.deepEqual([found[2][2], found[2][8], found[8][2], found[8][8], found[0][0]], [0, 0, 0, 255, 255]);
  });

  it('makes room for captions and writes them', async () => {
    const bare = imageGrid([IMAGE], { scale: 10 });
    const named = await pixels([IMAGE], { scale: 10, captions: ['2'] });
    assert.equal(named.length, 2 * (bare.height + 19));
    assert.ok(
      named
        .slice(2 * bare.height)
        .flat()
        .some((value) => value < 100),
      'no ink in the caption',
    );
  });

  it('refuses nothing to show, captions that do not match and sizes that make no sense', () => {
    assert.throws(() => imageGrid([]), /images is empty/);
    assert.throws(() => imageGrid([IMAGE], { captions: [] }), /one text per image \(1\), got 0/);
    assert.throws(
      () => imageGrid([IMAGE], { scale: 0.5 }),
      /scale must be a whole number of at least 1, got 0.5/,
    );
    assert.throws(() => imageGrid([IMAGE], { columns: 0 }), /columns must be .* got 0/);
    assert.throws(() => imageGrid([IMAGE], { gap: -1 }), /gap must be .* got -1/);
  });
});
