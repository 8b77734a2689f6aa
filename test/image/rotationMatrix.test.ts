import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rotationMatrix } from 'captcha-lab/image';
import { openCvCases } from '../openCvCases';

interface RotationCase {
  rotation: { centre: [number, number]; degrees: number; scale: number } | null;
  matrix: number[][];
}

describe('rotationMatrix', () => {
  it('equals OpenCV up to the last digits of sine and cosine', () => {
    let seen = 0;
    for (const { rotation, matrix } of openCvCases<RotationCase>('image/warp.json')) {
      if (rotation === null) continue;
      seen++;
      rotationMatrix(rotation).forEach((row, y) => {
        row.forEach((value, x) => {
          assert.ok(Math.abs(value - matrix[y][x]) <= 1e-12, `${value} should be ${matrix[y][x]}`);
        });
      });
    }
    assert.ok(seen > 0);
  });

  it('turns anticlockwise as seen on the screen, where y points down', () => {
    const [[a, b, c], [d, e, f]] = rotationMatrix({ centre: [0, 0], degrees: 90 });
    // The point right of the centre goes above it.
    assert.ok(Math.abs(a * 1 + c) < 1e-12 && Math.abs(d * 1 + f + 1) < 1e-12);
    assert.ok(Math.abs(b - 1) < 1e-12 && Math.abs(e) < 1e-12);
  });

  it('leaves the centre where it is', () => {
    const [[a, b, c], [d, e, f]] = rotationMatrix({ centre: [10.5, 19], degrees: -10, scale: 2 });
    assert.ok(Math.abs(a * 10.5 + b * 19 + c - 10.5) < 1e-12);
    assert.ok(Math.abs(d * 10.5 + e * 19 + f - 19) < 1e-12);
  });

  it('is the identity for 0 degrees', () => {
    assert.deepEqual(
      rotationMatrix({ centre: [4, 5], degrees: 0 }).map((row) => row.map((value) => value + 0)),
      [
        [1, 0, 0],
        [0, 1, 0],
      ],
    );
  });

  it('refuses numbers that are not finite', () => {
    assert.throws(() => rotationMatrix({ centre: [NaN, 0], degrees: 1 }), /centre x must be finite, got NaN/);
    assert.throws(
      () => rotationMatrix({ centre: [0, Infinity], degrees: 1 }),
      /centre y must be finite, got Infinity/,
    );
    assert.throws(() => rotationMatrix({ centre: [0, 0], degrees: NaN }), /degrees must be finite, got NaN/);
    assert.throws(
      () => rotationMatrix({ centre: [0, 0], degrees: 0, scale: Infinity }),
      /scale must be finite/,
    );
  });
});
