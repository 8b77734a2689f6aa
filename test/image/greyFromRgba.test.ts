import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { greyFromRgba } from 'captcha-lab/image';
import { bytesOf, openCvCases } from '../openCvCases';

describe('greyFromRgba', () => {
  it('weighs red, green and blue and ignores alpha', () => {
    const rgba = Uint8Array.of(255, 0, 0, 255, 0, 255, 0, 0, 0, 0, 255, 17, 10, 20, 30, 40);
    // 76.2, 149.7 and 29.1 are the weights' shares of 255; 18.2 = 0.299 * 10 + 0.587 * 20 + 0.114 * 30.
    assert.deepEqual([...greyFromRgba(4, 1, rgba).data], [76, 150, 29, 18]);
  });

  it('rounds as OpenCV does, also where a weight wrong by 2^-15 would show', () => {
    for (const { rgb, grey } of openCvCases<{ rgb: string; grey: string }>('image/grey.json')) {
      const [colours, expected] = [bytesOf(rgb), bytesOf(grey)];
      const rgba = new Uint8Array(expected.length * 4);
      for (let pixel = 0; pixel < expected.length; pixel++) {
        rgba.set(colours.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
      }
      assert.deepEqual(greyFromRgba(expected.length, 1, rgba).data, expected);
    }
  });

  it('leaves grey as it is', () => {
    const rgba = Uint8Array.from({ length: 1024 }, (_, index) => index >> 2);
    assert.deepEqual([...greyFromRgba(256, 1, rgba).data], [...Array(256).keys()]);
  });

  it('is within one half, and its rounding constants, of the exact weighted sum', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (red, green, blue) => {
        const [grey] = greyFromRgba(1, 1, Uint8Array.of(red, green, blue, 255)).data;
        assert.ok(Math.abs(grey - (0.299 * red + 0.587 * green + 0.114 * blue)) < 0.51);
      }),
    );
  });

  it('refuses bytes that do not fill the picture', () => {
    assert.throws(() => greyFromRgba(2, 2, new Uint8Array(12)), /width \* height \* 4 = 16 bytes, got 12/);
  });
});
