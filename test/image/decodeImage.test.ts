import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeImage, encodePng, fromRows, ImageFileError } from 'captcha-lab/image';
import { assertSameImage } from '../assertSameImage';
import { bytesOf, imageOf, openCvCases, type PictureCase } from '../openCvCases';

interface FileCase {
  name: string;
  bytes: string;
  grey: PictureCase;
}

const PNG_FILES = openCvCases<FileCase>('image/png.json');
const JPEG_FILES = openCvCases<FileCase>('image/jpeg.json');

function bytesOfFile(files: readonly FileCase[], name: string): Uint8Array {
  const file = files.find((candidate) => candidate.name === name);
  assert.ok(file, `the fixture holds no file "${name}"`);
  return bytesOf(file.bytes);
}

/** Each shorter beginning of a file, and that file with each of its bytes lost. */
async function reasonsOfBeginnings(bytes: Uint8Array): Promise<(string | undefined)[]> {
  const reasons: (string | undefined)[] = [];
  for (let length = 0; length < bytes.length; length++) {
    reasons.push(
      await decodeImage(bytes.subarray(0, length), { name: 'part' }).then(
        () => undefined,
        (error: unknown) =>
          error instanceof ImageFileError ? error.reason : `another error: ${String(error)}`,
      ),
    );
  }
  return reasons;
}

describe('decodeImage', () => {
  for (const { name, bytes, grey } of PNG_FILES) {
    it(`reads PNG (${name}) as OpenCV does`, async () => {
      assertSameImage(await decodeImage(bytesOf(bytes), { name }), imageOf(grey));
    });
  }

  for (const { name, bytes, grey } of JPEG_FILES) {
    it(`reads JPEG (${name}) as OpenCV does`, async () => {
      assertSameImage(await decodeImage(bytesOf(bytes), { name }), imageOf(grey));
    });
  }

  it('leaves the bytes as they were', async () => {
    for (const { name, bytes } of [...PNG_FILES, ...JPEG_FILES]) {
      const given = bytesOf(bytes);
      await decodeImage(given, { name });
      assert.deepEqual(given, bytesOf(bytes));
    }
  });

  for (const [files, name] of [
    [PNG_FILES, 'rgba in four chunks'],
    [PNG_FILES, 'rgb interlaced'],
    [JPEG_FILES, '420'],
    [JPEG_FILES, '420 progressive'],
    [JPEG_FILES, 'restart markers'],
  ] as const) {
    it(`names truncation at every length of a file (${name})`, async () => {
      const reasons = await reasonsOfBeginnings(bytesOfFile(files, name));
      reasons.forEach((reason, length) => {
        const expected = length === 0 ? /empty/ : length < 8 ? /not a picture|truncated/ : /truncated/;
        assert.match(reason ?? 'decoded', expected, `cut after ${length} bytes`);
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
        await decodeImage(changed, { name: 'changed' }).catch((error: unknown) => {
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
    assert.equal(await reasonOf(''), 'empty file, it holds no picture');
    assert.equal(await reasonOf('GIF89a…'), 'a GIF file; only PNG and JPEG can be read');
    assert.equal(await reasonOf('RIFF\0\0\0\0WEBPVP8 '), 'a WebP file; only PNG and JPEG can be read');
    assert.equal(await reasonOf('<!doctype html><p>'), 'a HTML file; only PNG and JPEG can be read');
    assert.equal(await reasonOf('2nbc5,2,b'), 'not a picture; only PNG and JPEG can be read');
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
