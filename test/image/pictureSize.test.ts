import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodePng, greyImage, pictureSize } from 'captcha-lab/image';
import { bytesOf, imageOf, openCvCases, type PictureCase } from '../openCvCases';

interface FileCase {
  name: string;
  bytes: string;
  grey: PictureCase;
}

describe('pictureSize', () => {
  for (const { name, bytes, grey } of [
    ...openCvCases<FileCase>('image/png.json'),
    ...openCvCases<FileCase>('image/jpeg.json'),
  ]) {
    it(`is the size of the picture (${name})`, () => {
      const { width, height } = imageOf(grey);
      // Orientations 5 to 8 lay the picture on its side.
      const turned = /orientation [5-8]/.test(name);
      assert.deepEqual(
        pictureSize(bytesOf(bytes)),
        turned ? { width: height, height: width } : { width, height },
      );
    });
  }

  it('is unknown for other formats and for headers that are cut off or damaged', async () => {
    const png = await encodePng(greyImage(3, 2, new Uint8Array(6)));
    assert.deepEqual(pictureSize(png.subarray(0, 24)), { width: 3, height: 2 });
    // A filling byte before a comment, then a progressive frame.
    const jpeg = Uint8Array.from([
      0xff, 0xd8, 0xff, 0xff, 0xfe, 0, 3, 1, 0xff, 0xc2, 0, 11, 8, 0, 50, 0, 200,
    ]);
    assert.deepEqual(pictureSize(jpeg), { width: 200, height: 50 });
    const damaged = Uint8Array.from(png);
    damaged[12] = 0;
    const gif = Buffer.from('GIF89a');
    const cut = [png.subarray(0, 23), jpeg.subarray(0, 16), jpeg.subarray(0, 3), new Uint8Array()];
    for (const bytes of [...cut, damaged, gif]) assert.equal(pictureSize(bytes), undefined);
  });
});
