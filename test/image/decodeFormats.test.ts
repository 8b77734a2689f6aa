import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeImage, pictureSize } from 'captcha-lab/image';
import { assertSameImage } from '../assertSameImage';
import { bytesOf, imageOf, openCvCases, type PictureCase } from '../openCvCases';

interface FormatCase {
  name: string;
  authority: string;
  bytes: string;
  /** What the authority gives, alpha ignored. */
  grey?: PictureCase;
  /** What Pillow gives on white, for those that are transparent. */
  onWhite?: PictureCase;
}

const CASES = openCvCases<FormatCase>('image/formats.json');

async function decode(
  { name, bytes }: FormatCase,
  transparency: 'white' | 'ignored',
): Promise<{ image: Awaited<ReturnType<typeof decodeImage>>; reasons: string[] }> {
  const reasons: string[] = [];
  const image = await decodeImage(bytesOf(bytes), {
    name,
    transparency,
    onWarning(message, reason) {
      assert.equal(message, `${name}: ${reason}`);
      reasons.push(reason);
    },
  });
  return { image, reasons };
}

describe('decodeImage on other formats', () => {
  for (const each of CASES) {
    const { name, authority, bytes, grey, onWhite } = each;
    if (grey !== undefined) {
      it(`reads ${name} as ${authority} does, its alpha ignored`, async () => {
        assertSameImage((await decode(each, 'ignored')).image, imageOf(grey));
      });
    }
    it(`composes ${name} on white, and says so, where it is transparent and only there`, async () => {
      const { image, reasons } = await decode(each, 'white');
      assertSameImage(image, imageOf((onWhite ?? grey)!));
      assert.equal(reasons.includes('transparent, and composed on white'), onWhite !== undefined);
    });
    it(`says of ${name} whether it is animated or turned`, async () => {
      const { reasons } = await decode(each, 'ignored');
      const animated = name.includes('animated') ? ['animated, and only its first picture was read'] : [];
      const turn = /turned by Exif \((.)/.exec(name)?.[1];
      const turned = turn ? [`turned upright, as its Exif orientation ${turn === '<' ? 6 : 3} asks`] : [];
      assert.deepEqual(reasons, [...turned, ...animated]);
    });
    it(`finds the size of ${name} in its header`, () => {
      const { width, height } = imageOf((onWhite ?? grey)!);
      const onItsSide = name.includes('(<)');
      assert.deepEqual(
        pictureSize(bytesOf(bytes)),
        onItsSide ? { width: height, height: width } : { width, height },
      );
    });
  }
});
