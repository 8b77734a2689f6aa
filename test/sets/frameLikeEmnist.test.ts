import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromRows, greyImage } from 'captcha-lab/image';
import { frameLikeEmnist } from 'captcha-lab/sets';
import { inkBox } from 'captcha-lab/preprocess';

/** White, with a box of ink. */
function inked(
  width: number,
  height: number,
  box: { x: number; y: number; width: number; height: number },
): ReturnType<typeof greyImage> {
  const data = Uint8Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    const inside = x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
    return inside ? 0 : 255;
  });
  return greyImage(width, height, data);
}

describe('inkBox', () => {
  it('is the smallest box around what is darker than 128', () => {
    const image = fromRows([
      [255, 255, 255, 255],
      [255, 127, 255, 255],
      [255, 255, 0, 128],
    ]);
    assert.deepEqual(inkBox(image), { x: 1, y: 1, width: 2, height: 2 });
  });

  it('is none without ink', () => {
    assert.equal(inkBox(fromRows([[128, 255]])), undefined);
  });
});

describe('frameLikeEmnist', () => {
  it('enlarges the ink until its longer side fills 20 of 28 pixels, stretched, and centres it', () => {
    const framed = frameLikeEmnist(inked(21, 38, { x: 0, y: 3, width: 5, height: 10 }));
    assert.deepEqual([framed.width, framed.height], [21, 38]);
    // 10 of 28 columns of 21, 20 of 28 rows of 38.
    assert.deepEqual(inkBox(framed), { x: 6, y: 5, width: 8, height: 27 });
  });

  it('gives the same wherever the character stood', () => {
    const [one, other] = [0, 9].map((x) =>
      frameLikeEmnist(inked(21, 38, { x, y: 2 * x, width: 6, height: 6 })),
    );
    assert.deepEqual(one, other);
  });

  it('fills the picture at most, and leaves one without ink white', () => {
    const box = { x: 1, y: 1, width: 3, height: 3 };
    assert.ok(frameLikeEmnist(inked(5, 5, box), { side: 28 }).data.every((value) => value === 0));
    assert.ok(frameLikeEmnist(greyImage(3, 3, new Uint8Array(9).fill(200))).data.every((v) => v === 255));
  });

  it('keeps the input and names the option out of range', () => {
    const image = inked(21, 38, { x: 2, y: 2, width: 4, height: 4 });
    const before = Uint8Array.from(image.data);
    frameLikeEmnist(image);
    assert.deepEqual(image.data, before);
    assert.throws(() => frameLikeEmnist(image, { side: 29 }), /side must be from 1 to 28, got 29/);
  });
});
