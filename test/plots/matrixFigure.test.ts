import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matrixFigure } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

describe('matrixFigure', () => {
  it('writes each number into its cell, row 0 at the top', () => {
    const figure = matrixFigure([
      [0, 128],
      [255, 1.234],
    ]);
    assert.deepEqual(field(figure, 0, 'text'), [
      ['0', '128'],
      ['255', '1.23'],
    ]);
    assert.deepEqual(figure.layout.xaxis?.range, [-0.5, 1.5]);
    assert.deepEqual(figure.layout.yaxis?.range, [1.5, -0.5]);
    assert.match(figure.description, /2 rows of 2: 0 128 \/ 255 1.23/);
    assertPlainJson(figure);
  });

  it('keeps white at zero for signed numbers, and survives a matrix of zeros', () => {
    const figure = matrixFigure([[-2, 1]], { palette: 'signed' });
    assert.deepEqual([field(figure, 0, 'zmin'), field(figure, 0, 'zmax')], [-2, 2]);
    assert.equal(field(matrixFigure([[0]], { palette: 'counts' }), 0, 'zmax'), 1);
  });

  it('draws boxes around whole cells', () => {
    const { shapes } = matrixFigure([[1, 2, 3]], {
      boxes: [{ row: 0, column: 1, rows: 1, columns: 2 }],
    }).layout;
    assert.deepEqual([shapes?.[0].x0, shapes?.[0].x1, shapes?.[0].y0, shapes?.[0].y1], [0.5, 2.5, -0.5, 0.5]);
  });

  it('refuses rows of different lengths and an empty matrix', () => {
    assert.throws(() => matrixFigure([[1], [1, 2]]), /equally long and not empty/);
    assert.throws(() => matrixFigure([]), /equally long and not empty/);
  });
});
