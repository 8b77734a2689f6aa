import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromRows, greyImage, rgbaImage } from 'captcha-lab/image';
import { imageGridFigure } from 'captcha-lab/plots';
import { pixelsOf, pngOf } from './pictureOf';
import { assertPlainJson, field } from './plainJson';

const TILE = fromRows([
  [0, 100],
  [200, 255],
]);
const blank = (width: number, height: number) =>
  greyImage(width, height, new Uint8Array(width * height).fill(255));
const many = (count: number) => Array.from({ length: count }, () => blank(21, 38));

describe('imageGridFigure', () => {
  it('enlarges pixels to squares, with a thin line around the tile and nothing beside it', async () => {
    const figure = imageGridFigure([TILE], { scale: 1, gap: 1 });
    const { width, height, data } = await pixelsOf(pngOf(figure));
    // Twice as fine as the screen: a gap of 2, in it a line of 1, and 2 x 2 pixels of 2 x 2 each.
    assert.deepEqual([width, height], [8, 8]);
    const shown = Array.from({ length: 8 }, (_, y) =>
      Array.from({ length: 8 }, (__, x) => (data[4 * (8 * y + x) + 3] === 0 ? -1 : data[4 * (8 * y + x)])),
    );
    const [none, line] = [-1, 184];
    const outside = new Array<number>(8).fill(none);
    const edge = [none, ...new Array<number>(6).fill(line), none];
    const upper = [none, line, 0, 0, 100, 100, line, none];
    const lower = [none, line, 200, 200, 255, 255, line, none];
    assert.deepEqual(shown, [outside, edge, upper, upper, lower, lower, edge, outside]);
  });

  it('keeps colours and transparency of tiles', async () => {
    const tile = rgbaImage(1, 1, Uint8Array.of(10, 20, 30, 40));
    const { width, data } = await pixelsOf(pngOf(imageGridFigure([tile], { scale: 1, gap: 0 })));
    assert.equal(width, 2);
    assert.deepEqual([...data.subarray(0, 4)], [10, 20, 30, 40]);
  });

  it('stores grey tiles as grey', () => {
    // Byte 25 of a PNG is its colour type: 4 is grey, 6 colour.
    const types = [TILE, rgbaImage(1, 1, Uint8Array.of(1, 2, 3, 255))].map((tile) => {
      return pngOf(imageGridFigure([tile]))[25];
    });
    assert.deepEqual(types, [4, 6]);
  });

  it('places tiles row after row, smaller ones in the middle of their cells', async () => {
    const figure = imageGridFigure([blank(2, 2), blank(4, 6), blank(4, 6)], { columns: 2, scale: 1, gap: 2 });
    assert.deepEqual(field(figure, 0, 'x'), [4, 10, 4]);
    assert.deepEqual(field(figure, 0, 'y'), [5, 5, 13]);
    const { width, data } = await pixelsOf(pngOf(figure));
    const opaque = (x: number, y: number): boolean => data[4 * (2 * y * width + 2 * x) + 3] === 255;
    assert.deepEqual([opaque(2, 3), opaque(3, 4), opaque(4, 5), opaque(6, 7)], [false, true, true, false]);
  });

  it('draws the picture to scale over the whole plot, whatever its width', () => {
    const { layout } = imageGridFigure(many(64), { columns: 8 });
    assert.deepEqual(layout.xaxis?.range, [0, 8 * 48 + 6]);
    assert.deepEqual(layout.yaxis!.range, [8 * 82 + 6, 0]);
    assert.deepEqual([layout.yaxis!.scaleanchor, layout.yaxis!.constraintoward], ['x', 'top']);
    const [{ sizex, sizey, sizing }] = layout.images!;
    assert.deepEqual([sizex, sizey, sizing], [390, 662, 'stretch']);
    // A pixel of the plot is a pixel of the picture where the page is wide enough.
    assert.equal(layout.height! - layout.margin!.t! - layout.margin!.b!, 662);
    const wide = { title: 'x'.repeat(100) };
    assert.ok(layout.width! < imageGridFigure(many(2), wide).layout.width!, 'as wide as its heading');
  });

  it('chooses the largest whole scale that fits, and as many columns as a telephone takes', () => {
    const ranges = [many(256), many(4)].map(
      (tiles) => imageGridFigure(tiles).layout.xaxis?.range?.[1] as number,
    );
    // 12 columns of 21 pixels, and four of 21 x 6.
    assert.deepEqual(ranges, [12 * 27 + 6, 4 * 132 + 6]);
  });

  it('writes captions under their tiles and leaves room, more where the grid shrinks on a telephone', () => {
    const captions = ['n', '', 'as m', 'w'];
    const figure = imageGridFigure(many(4), { columns: 4, scale: 1, captions });
    assert.deepEqual(
      figure.layout.annotations?.map(({ text }) => text),
      ['n', 'as m', 'w'],
    );
    const { x, y, yanchor } = figure.layout.annotations[0];
    assert.deepEqual([x, y, yanchor], [(field(figure, 0, 'x') as number[])[0], 6 + 38, 'top']);
    const room = (scale: number): number => {
      const { yaxis } = imageGridFigure(many(4), { columns: 4, scale, captions }).layout;
      return (yaxis?.range?.[0] as number) - 38 * scale - 12;
    };
    assert.equal(room(1), 17);
    assert.equal(room(8), Math.ceil((17 * (4 * 174 + 6)) / 370));
  });

  it('wraps long captions at spaces', () => {
    const captions = many(10).map(() => 'm read as rn');
    const { annotations } = imageGridFigure(many(10), { columns: 10, captions }).layout;
    assert.deepEqual(annotations?.[0].text?.split('<br>'), ['m', 'read', 'as rn']);
  });

  it('tells what the pointer is over: hovers, else captions, else numbers', () => {
    const texts = [{ hovers: ['h'], captions: ['c'] }, { captions: ['c'] }, {}].map((options) => {
      return field(imageGridFigure([TILE], options), 0, 'text');
    });
    assert.deepEqual(texts, [['h'], ['c'], ['1']]);
    assert.equal((field(imageGridFigure([TILE]), 0, 'marker') as { opacity: number }).opacity, 0);
  });

  it('labels rows at the left of the picture', () => {
    const { layout } = imageGridFigure(many(4), { columns: 2, rowLabels: ['input', 'gradient'] });
    const [input, gradient] = layout.annotations!;
    assert.deepEqual([input.text, input.x, gradient.text, gradient.x], ['input', 0, 'gradient', 0]);
    assert.ok((layout.images![0].x as number) > 50);
    assert.ok((input.y as number) < (gradient.y as number));
  });

  it('states the palette under the grid and in words', () => {
    const figure = imageGridFigure([TILE], { palette: 'black 0, white 255', title: 'Tile', captions: ['n'] });
    assert.equal(figure.layout.annotations?.at(-1)?.text, 'black 0, white 255');
    assert.equal(figure.description, 'Tile: 1 picture in 1 row; n. black 0, white 255');
    assertPlainJson(figure);
  });

  it('leaves its tiles as they were', () => {
    const copy = TILE.data.slice();
    imageGridFigure([TILE]);
    assert.deepEqual(TILE.data, copy);
  });

  it('refuses no tiles, texts that do not match and options out of range', () => {
    assert.throws(() => imageGridFigure([]), /tiles is empty/);
    assert.throws(
      () => imageGridFigure([TILE], { captions: [] }),
      /captions must hold one text per tile \(1\), got 0/,
    );
    assert.throws(
      () => imageGridFigure([TILE], { hovers: ['a', 'b'] }),
      /hovers must hold one text per tile/,
    );
    assert.throws(
      () => imageGridFigure([TILE], { rowLabels: ['a', 'b'] }),
      /rowLabels must hold one text per row \(1\), got 2/,
    );
    assert.throws(
      () => imageGridFigure([TILE], { columns: 0 }),
      /columns must be a whole number of at least 1, got 0/,
    );
    assert.throws(
      () => imageGridFigure([TILE], { scale: 1.5 }),
      /scale must be a whole number of at least 1, got 1.5/,
    );
    assert.throws(
      () => imageGridFigure([TILE], { gap: -1 }),
      /gap must be a whole number of at least 0, got -1/,
    );
  });
});
