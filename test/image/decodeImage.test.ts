import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeImage, encodePng, fromRows, ImageFileError, type GreyImage } from 'captcha-lab/image';
import { assertSameImage } from '../assertSameImage';
import { bytesOf, imageOf, openCvCases, type PictureCase } from '../openCvCases';

interface FileCase {
  name: string;
  bytes: string;
  grey: PictureCase;
}

/** Transparency ignored; and no word of that, or of a turn. */
const AS_OPENCV = { transparency: 'ignored', onWarning: () => undefined } as const;

const PNG_FILES = openCvCases<FileCase>('image/png.json');
const JPEG_FILES = openCvCases<FileCase>('image/jpeg.json');

function bytesOfFile(files: readonly FileCase[], name: string): Uint8Array {
  const file = files.find((candidate) => candidate.name === name);
  assert.ok(file, `the fixture holds no file "${name}"`);
  return bytesOf(file.bytes);
}

/** What becomes of each shorter beginning of a file: the reason why it is refused, or the picture with what was said of it. */
async function beginnings(bytes: Uint8Array): Promise<(string | { image: GreyImage; said: string[] })[]> {
  const results: (string | { image: GreyImage; said: string[] })[] = [];
  for (let length = 0; length < bytes.length; length++) {
    const said: string[] = [];
    const onWarning = (_: string, reason: string) => said.push(reason);
    results.push(
      await decodeImage(bytes.subarray(0, length), { name: 'part', transparency: 'ignored', onWarning }).then(
        (image) => ({ image, said }),
        (error: unknown) =>
          error instanceof ImageFileError ? error.reason : `another error: ${String(error)}`,
      ),
    );
  }
  return results;
}

describe('decodeImage', () => {
  for (const { name, bytes, grey } of PNG_FILES) {
    it(`reads PNG (${name}) as OpenCV does`, async () => {
      assertSameImage(await decodeImage(bytesOf(bytes), { name, ...AS_OPENCV }), imageOf(grey));
    });
  }

  for (const { name, bytes, grey } of JPEG_FILES) {
    it(`reads JPEG (${name}) as OpenCV does`, async () => {
      assertSameImage(await decodeImage(bytesOf(bytes), { name, ...AS_OPENCV }), imageOf(grey));
    });
  }

  it('leaves the bytes as they were', async () => {
    for (const { name, bytes } of [...PNG_FILES, ...JPEG_FILES]) {
      const given = bytesOf(bytes);
      await decodeImage(given, { name, ...AS_OPENCV });
      assert.deepEqual(given, bytesOf(bytes));
    }
  });

  // What may be missing: a PNG's last checksum and end chunk, a JPEG's end marker. There is no pixel in these.
  for (const [files, name, spare] of [
    [PNG_FILES, 'rgba in four chunks', 16],
    [PNG_FILES, 'rgb interlaced', 16],
    [PNG_FILES, 'palette of 4 bits', 16],
    [JPEG_FILES, '420', 2],
    [JPEG_FILES, '444', 2],
    [JPEG_FILES, 'grey', 2],
    [JPEG_FILES, '420 progressive', 2],
    [JPEG_FILES, 'restart markers', 2],
  ] as const) {
    it(`names truncation at every length of a file, and reads it if no pixel is missing (${name})`, async () => {
      const bytes = bytesOfFile(files, name);
      const { grey } = files.find((file) => file.name === name)!;
      (await beginnings(bytes)).forEach((result, length) => {
        const where = `cut after ${length} of ${bytes.length} bytes`;
        if (length < bytes.length - spare) {
          const expected = length === 0 ? /empty/ : length < 8 ? /not a picture|truncated/ : /truncated/;
          assert.match(typeof result === 'string' ? result : 'decoded', expected, where);
        } else {
          assert.ok(typeof result !== 'string', where);
          assertSameImage(result.image, imageOf(grey));
          assert.match(result.said.join(), /^truncated, though all its pixels are there: it/, where);
        }
      });
    });
  }

  it('refuses a PNG with a changed byte', async () => {
    const bytes = bytesOfFile(PNG_FILES, 'rgba');
    for (let at = 8; at < bytes.length; at++) {
      const changed = Uint8Array.from(bytes);
      changed[at] ^= 0x10;
      await assert.rejects(decodeImage(changed, { name: 'changed' }), ImageFileError, `byte ${at}`);
    }
  });

  it('refuses a PNG that lacks one of its data chunks', async () => {
    const bytes = Buffer.from(bytesOfFile(PNG_FILES, 'rgba in four chunks'));
    const chunks = [bytes.indexOf('IDAT')];
    while (chunks.length < 4) chunks.push(bytes.indexOf('IDAT', chunks[chunks.length - 1] + 1));
    for (const start of chunks) {
      const end = start + 8 + bytes.readUInt32BE(start - 4);
      const lacking = Buffer.concat([bytes.subarray(0, start - 4), bytes.subarray(end)]);
      await assert.rejects(decodeImage(lacking, { name: 'lacking' }), ImageFileError);
    }
  });

  it('refuses a PNG whose header asks for more rows, or fewer, than its data have', async () => {
    const [two, three] = [await encodePng(fromRows([[1], [2]])), await encodePng(fromRows([[1], [2], [3]]))];
    const withHeaderOf = (header: Buffer, body: Buffer): Buffer => {
      return Buffer.concat([header.subarray(0, 33), body.subarray(33)]);
    };
    await assert.rejects(decodeImage(withHeaderOf(three, two), { name: 'few' }), /data have 4 bytes, not 6/);
    await assert.rejects(
      decodeImage(withHeaderOf(two, three), { name: 'many' }),
      /picture data are too long/,
    );
  });

  it('refuses a JPEG that announces colour and has none', async () => {
    const grey = Buffer.from(bytesOfFile(JPEG_FILES, 'grey'));
    const frame = grey.indexOf(Buffer.of(0xff, 0xc0));
    const header = Buffer.from(grey.subarray(frame, frame + 13));
    header[3] += 6;
    header[9] = 3;
    const colour = Buffer.of(2, 0x11, 0, 3, 0x11, 0);
    const jpeg = Buffer.concat([grey.subarray(0, frame), header, colour, grey.subarray(frame + 13)]);
    await assert.rejects(decodeImage(jpeg, { name: 'odd' }), /damaged: a component has no data/);
  });

  it('never fails with anything but its own error on a JPEG with a changed byte', async () => {
    for (const name of ['420', '420 progressive', 'Exif orientation 6']) {
      const bytes = bytesOfFile(JPEG_FILES, name);
      for (let at = 0; at < bytes.length; at++) {
        const changed = Uint8Array.from(bytes);
        changed[at] ^= 1 << (at & 7);
        await decodeImage(changed, { name: 'changed', ...AS_OPENCV }).catch((error: unknown) => {
          assert.ok(error instanceof ImageFileError, `byte ${at}: ${String(error)}`);
        });
      }
    }
  });

  it('says what a file is instead of a picture', async () => {
    const reasonOf = async (start: string): Promise<string> => {
      const error = await decodeImage(Buffer.from(start, 'latin1'), { name: 'a.png' }).catch(
        (e: unknown) => e,
      );
      assert.ok(error instanceof ImageFileError);
      assert.equal(error.message, `a.png: ${error.reason}`);
      return error.reason;
    };
    const read = 'only PNG, JPEG, WebP, GIF and BMP can be read';
    assert.match(await reasonOf(''), /^an empty file: the download failed\. Download it again/);
    assert.equal(await reasonOf('II*\0…'), `a TIFF file; ${read}`);
    assert.equal(await reasonOf('BMW, a car'), `not a picture; ${read}`);
    assert.equal(await reasonOf('2nbc5,2,b'), `not a picture; ${read}`);
    assert.match(
      await reasonOf('\n<!doctype html><title>Sign in</title><p>'),
      /^a web page titled 'Sign in': the download failed\. Open the page in a browser/,
    );
  });

  it('says of a picture whose name says so that its download is unfinished, unless it is whole', async () => {
    const bytes = bytesOfFile(PNG_FILES, 'grey');
    for (const name of ['a.png.crdownload', 'a.PNG.part', 'Unconfirmed 123.png']) {
      const unfinished = /an unfinished download, by its name; .*download it again\. What there is: /;
      await assert.rejects(decodeImage(bytes.subarray(0, 60), { name }), (error: Error) => {
        assert.match(error.message, unfinished);
        assert.match(error.message, /PNG file cannot be decoded: truncated/);
        return true;
      });
      await assert.rejects(decodeImage(new Uint8Array(), { name }), unfinished);
      assertSameImage(await decodeImage(bytes, { name }), await decodeImage(bytes, { name: 'whole.png' }));
    }
  });

  it('refuses a picture of more than 50 million pixels before making room for it', async () => {
    const png = Buffer.from(await encodePng(fromRows([[0]])));
    png.writeUInt32BE(100_000, 16);
    png.writeUInt32BE(100_000, 20);
    await assert.rejects(decodeImage(png, { name: 'huge' }), /100000 x 100000 pixels are too many/);
    const jpeg = Buffer.from(bytesOfFile(JPEG_FILES, '420'));
    jpeg.writeUInt32BE(0xffffffff, jpeg.indexOf(Buffer.of(0xff, 0xc0)) + 5);
    await assert.rejects(decodeImage(jpeg, { name: 'huge' }), /65535 x 65535 pixels are too many/);
  });
});
