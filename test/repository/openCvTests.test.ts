import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { openCvTests } from '../../scripts/check/openCvTests';
import { temporaryFolder, writeFiles } from '../setup/temporaryFolder';

const ROOT = path.resolve(__dirname, '../..');

describe('the tests that npm run check compares with OpenCV', () => {
  it('are all that take cases of OpenCV, found by that and not by a list', () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'test/image/blur.test.ts': "import {\n  bytesOf,\n  openCvCases,\n} from '../openCvCases';\n",
      'test/image/other.test.ts': "import { imageOf } from '../openCvCases';\n// no openCvCases here\n",
      'test/openCvCases.ts': '',
    });
    assert.deepEqual(openCvTests(folder), [path.join(folder, 'test/image/blur.test.ts')]);
  });

  it('are those that were listed by hand before, and pictureSize, which the list had forgotten', () => {
    const names = openCvTests(ROOT).map((file) => path.basename(file, '.test.ts'));
    const listed = ['decodeImage', 'dilate', 'erode', 'greyFromRgba', 'otsu', 'pictureSize'];
    const more = ['resize', 'rotationMatrix', 'warpAffine'];
    for (const name of [...listed, ...more, 'preprocess', 'realCaptchas', 'augment'])
      assert.ok(names.includes(name), name);
  });
});
