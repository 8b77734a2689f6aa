import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeImage, ImageFileError } from 'captcha-lab/image';
import { createRandom } from 'captcha-lab/random';
import { bytesOf, openCvCases } from '../openCvCases';

interface FileCase {
  name: string;
  bytes: string;
}

const FILES = ['png', 'jpeg', 'formats'].flatMap((name) => openCvCases<FileCase>(`image/${name}.json`));

/** A file with a few bytes changed, a part taken out, or one put in twice. */
function damage(bytes: Uint8Array, random: ReturnType<typeof createRandom>): Uint8Array {
  const [from, length] = [random.integer(bytes.length), 1 + random.integer(40)];
  switch (random.integer(3)) {
    case 0: {
      const changed = Uint8Array.from(bytes);
      for (let count = 1 + random.integer(4); count > 0; count--) {
        changed[random.integer(bytes.length)] = random.integer(256);
      }
      return changed;
    }
    case 1:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
    default:
      return Buffer.concat([bytes.subarray(0, from + length), bytes.subarray(from)]);
  }
}

describe('decodeImage on damaged pictures', () => {
  it('reads them or refuses them by name: a thousand of all formats', async () => {
    const random = createRandom(18);
    let refused = 0;
    for (let index = 0; index < 1000; index++) {
      const { name, bytes } = FILES[index % FILES.length];
      const damaged = damage(bytesOf(bytes), random);
      await decodeImage(damaged, { name, onWarning: () => undefined }).catch((error: unknown) => {
        assert.ok(error instanceof ImageFileError, `${name}, case ${index}: ${String(error)}`);
        assert.ok(error.message.startsWith(`${name}: `) && !error.message.includes('\n'), error.message);
        refused++;
      });
    }
    // Most damage is found. What is not lies in pixels of formats without checksums.
    assert.ok(refused > 500, `${refused} of 1000 were refused`);
  });

  for (const name of [
    'WebP, lossless',
    'WebP, quality 80',
    'GIF',
    'GIF, grey, interlaced',
    'BMP, 24 bits',
    'BMP, runs of 8 bits',
    'BMP, palette of 4 bits',
    'CMYK JPEG',
  ]) {
    it(`reads no beginning of a file as if it were the whole picture (${name})`, async () => {
      const bytes = bytesOf(FILES.find((file) => file.name === name)!.bytes);
      const whole = await decodeImage(bytes, { name, onWarning: () => undefined });
      // Every length near the end, where little is missing; before it some.
      for (let length = 0; length < bytes.length; length += length > bytes.length - 80 ? 1 : 13) {
        await decodeImage(bytes.subarray(0, length), { name, onWarning: () => undefined }).then(
          ({ data }) => {
            assert.deepEqual(data, whole.data, `the first ${length} bytes give another picture`);
          },
          (error: unknown) => {
            assert.ok(error instanceof ImageFileError, String(error));
          },
        );
      }
    });
  }
});
