import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { augment, VARIANTS } from 'captcha-lab/augment';
import { greyImage, readImage, writeImage, type GreyImage } from 'captcha-lab/image';
import { cropCharacters, preprocess } from 'captcha-lab/report';
import { createRandom } from 'captcha-lab/random';
import { assertSameImage } from '../assertSameImage';
import { temporaryFolder } from '../data/temporaryFolder';

const ROOT = path.resolve(__dirname, '../..');
const STEPS = [
  'boxes',
  'clean',
  'crop0',
  'crop1',
  'crop2',
  'crop3',
  'crop4',
  'dilate1',
  'erode',
  'grey',
  'otsu',
];
const STEP_FILES = STEPS.map((step) => `${step}.png`);

interface Report {
  done: { file: string; folder: string; threshold: number; files: number; resizedFrom?: object }[];
  failed: { file: string; reason: string }[];
}

/** Runs the command as if from `here`. */
function run(here: string, ...args: readonly string[]) {
  const env = { ...process.env, INIT_CWD: here, DEBUG: '' };
  const all = ['--import', 'tsx', 'scripts/preprocess.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: ROOT, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Blots on grey paper, 200 x 50. */
function blots(seed: number): GreyImage {
  const random = createRandom(seed);
  const image = greyImage(200, 50, new Uint8Array(10_000).fill(210));
  for (let blot = 0; blot < 30; blot++) {
    const [x, y] = [random.integer(180), random.integer(40)];
    for (let row = y; row < y + 7; row++)
      image.data.fill(random.integer(90), row * 200 + x, row * 200 + x + 6);
  }
  return image;
}

async function folderWith(test: TestContext, pictures: Record<string, GreyImage>): Promise<string> {
  const folder = temporaryFolder(test);
  for (const [name, image] of Object.entries(pictures)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    await writeImage(path.join(folder, name), image);
  }
  return folder;
}

describe('npm run preprocess', () => {
  it('writes every step and crop of each picture of a folder', async (test) => {
    const image = blots(1);
    const here = await folderWith(test, {
      'in/one.png': image,
      'in/two.png': blots(2),
      'in/.hidden.png': image,
    });
    writeFileSync(path.join(here, 'in', 'notes.txt'), 'no picture');
    const { status, stdout, stderr } = run(here, 'in', '--out', 'steps');
    assert.deepEqual([status, stderr], [0, 'Preprocessing: 2 of 2\n']);
    assert.equal(stdout, `2 pictures, 22 files in ${path.join(here, 'steps')}.\n`);
    assert.deepEqual(readdirSync(path.join(here, 'steps')), ['one', 'two']);

    const one = path.join(here, 'steps', 'one');
    assert.deepEqual(readdirSync(one), STEP_FILES);
    const { otsu, dilated, eroded, clean } = preprocess(image);
    const expected = { grey: image, otsu, dilate1: dilated, erode: eroded, clean };
    for (const [step, picture] of Object.entries(expected)) {
      assertSameImage(await readImage(path.join(one, `${step}.png`)), picture, step);
    }
    for (const [position, crop] of cropCharacters(clean).entries()) {
      assertSameImage(await readImage(path.join(one, `crop${position}.png`)), crop);
    }
    const boxes = await readImage(path.join(one, 'boxes.png'));
    const outline = [...boxes.data.keys()].filter((index) => boxes.data[index] === 128);
    assert.equal(outline.length, 5 * (2 * 21 + 2 * 36));
    assert.ok(boxes.data.every((value, index) => value === 128 || value === clean.data[index]));
  });

  it('writes 27 variants of each character with --augment, and a run without it leaves none', async (test) => {
    const image = blots(3);
    const here = await folderWith(test, { 'one.png': image });
    const { status, stdout } = run(here, 'one.png', '--out', 'steps', '--augment', '--json');
    assert.equal(status, 0);
    const report = JSON.parse(stdout) as Report;
    const one = path.join(here, 'steps', 'one');
    assert.deepEqual(report.failed, []);
    assert.deepEqual(report.done, [
      {
        file: path.join(here, 'one.png'),
        folder: one,
        threshold: preprocess(image).threshold,
        files: 11 + 5 * 27,
      },
    ]);
    const [crop] = cropCharacters(preprocess(image).clean);
    assert.equal(readdirSync(path.join(one, 'crop0')).length, 27);
    for (const [index, variant] of augment(crop).entries()) {
      const { degrees, dx, dy } = VARIANTS[index];
      const file = path.join(one, 'crop0', `r${degrees}_x${dx}_y${dy}.png`);
      assertSameImage(await readImage(file), variant, file);
    }
    assert.equal(run(here, 'one.png', '--out', 'steps').status, 0);
    assert.deepEqual(readdirSync(one), STEP_FILES);
    assert.deepEqual(readdirSync(path.join(here, 'steps')), ['one']);
  });

  it('names each bad picture in a line, does the others, and fails', async (test) => {
    const here = await folderWith(test, {
      'in/good.png': blots(4),
      'in/small.png': greyImage(3, 2, new Uint8Array(6)),
    });
    writeFileSync(path.join(here, 'in', 'text.png'), 'no picture');
    writeFileSync(
      path.join(here, 'in', 'cut.png'),
      readFileSync(path.join(here, 'in', 'good.png')).subarray(0, 90),
    );
    const { status, stdout, stderr } = run(here, 'in', 'nowhere', 'in/*.gif', '--out', 'steps');
    assert.equal(status, 1);
    const lines = stderr.split('\n').slice(1, -1).sort();
    assert.deepEqual(
      lines.map((line) => line.replaceAll(path.sep, '/')),
      [
        'error: 5 of 6 could not be done; see above.',
        'in/*.gif: no file that ends in .png, .jpg, .jpeg, .jfif, .webp, .gif or .bmp matches',
        'in/cut.png: PNG file cannot be decoded: truncated: it ends inside chunk IDAT',
        'in/small.png: must be 200 x 50 pixels, is 3 x 2; --resize scales it to that size',
        'in/text.png: not a picture; only PNG, JPEG, WebP, GIF and BMP can be read',
        'nowhere: no such file or folder',
      ],
    );
    assert.match(stdout, /^1 picture, 11 files in /);
    assert.deepEqual(readdirSync(path.join(here, 'steps')), ['good']);
  });

  it('scales pictures of another size with --resize', async (test) => {
    const here = await folderWith(test, { 'large.png': greyImage(400, 100, new Uint8Array(40_000).fill(9)) });
    const { status, stdout } = run(here, 'large.png', '--out', 'steps', '--resize', '--json');
    assert.equal(status, 0);
    assert.deepEqual((JSON.parse(stdout) as Report).done[0].resizedFrom, { width: 400, height: 100 });
    const grey = await readImage(path.join(here, 'steps', 'large', 'grey.png'));
    assert.deepEqual([grey.width, grey.height], [200, 50]);
  });

  it('takes globs, does a picture named twice once, and passes by its own earlier results', async (test) => {
    const here = await folderWith(test, { 'a1.png': blots(5), 'a2.png': blots(6), 'b1.png': blots(7) });
    for (const expected of [2, 2]) {
      const { status, stdout } = run(here, 'a1.png', '**/a*.png', './a2.png', '--out', 'steps', '--json');
      assert.equal(status, 0);
      assert.equal((JSON.parse(stdout) as Report).done.length, expected);
    }
    assert.equal(run(here, '**/*.png', '--out', 'steps').status, 0);
    assert.deepEqual(readdirSync(path.join(here, 'steps')), ['a1', 'a2', 'b1']);
  });

  it('refuses two pictures whose results would go to one folder, before writing anything', async (test) => {
    const here = await folderWith(test, { 'a/x.png': blots(8), 'b/x.png': blots(9) });
    const { status, stderr } = run(here, 'a', 'b', '--out', 'steps');
    assert.equal(status, 1);
    assert.match(stderr, /^error: a.x\.png and b.x\.png would both go to .*steps.x\. Nothing was done\./);
    assert.ok(!existsSync(path.join(here, 'steps')));
  });

  it('leaves a folder with other files alone, unless forced, and then keeps those files', async (test) => {
    const here = await folderWith(test, {
      'x.png': blots(10),
      'y.png': blots(11),
      'steps/x/grey.png': blots(12),
    });
    const [notes, taken] = [path.join(here, 'steps', 'x', 'notes.txt'), path.join(here, 'steps', 'y')];
    writeFileSync(notes, 'mine');
    copyFileSync(notes, taken);
    const before = readFileSync(path.join(here, 'steps', 'x', 'grey.png'));
    const refused = run(here, 'x.png', 'y.png', '--out', 'steps');
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /\nx\.png: .*steps.x holds other files, so nothing was written; .*--force/);
    assert.match(refused.stderr, /\ny\.png: .*steps.y is in the way: it is no folder\n/);
    assert.deepEqual(readFileSync(path.join(here, 'steps', 'x', 'grey.png')), before);

    assert.equal(run(here, 'x.png', '--out', 'steps', '--force').status, 0);
    assert.equal(readFileSync(notes, 'utf8'), 'mine');
    assert.deepEqual(readdirSync(path.join(here, 'steps', 'x')), [...STEP_FILES, 'notes.txt'].sort());
    assert.notDeepEqual(readFileSync(path.join(here, 'steps', 'x', 'grey.png')), before);
    assert.equal(readFileSync(taken, 'utf8'), 'mine');
    assert.deepEqual(readdirSync(path.join(here, 'steps')), ['x', 'y']);
  });

  it('never replaces the picture that it reads', async (test) => {
    const here = await folderWith(test, { 'steps/grey/grey.png': blots(13) });
    const { status, stderr } = run(here, 'steps/grey/grey.png', '--out', 'steps');
    assert.equal(status, 1);
    assert.match(stderr, /^error: steps\/grey\/grey\.png lies in the folder where its results would go/);
    assertSameImage(await readImage(path.join(here, 'steps', 'grey', 'grey.png')), blots(13));
  });

  it('keeps to folders inside the result folder, also for odd names', async (test) => {
    const here = await folderWith(test, { '..png': blots(15), '...png': blots(16) });
    assert.equal(run(here, '..png', '...png', '--out', 'steps').status, 0);
    assert.deepEqual(readdirSync(here), ['...png', '..png', 'steps']);
    assert.deepEqual(readdirSync(path.join(here, 'steps')), ['...png', '..png']);
  });

  it('fails in one line without pictures, and explains itself', async (test) => {
    const here = await folderWith(test, { 'x.png': blots(14) });
    mkdirSync(path.join(here, 'empty'));
    const oneLine = (expected: RegExp, ...args: readonly string[]): void => {
      const { status, stdout, stderr } = run(here, ...args);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, expected);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
    };
    oneLine(
      /^error: empty: the folder holds no file that ends in \.png, [a-z., ]* or \.bmp\n$/,
      'empty',
      '--out',
      'steps',
    );
    oneLine(
      /^error: y\*\.png: no file that ends in \.png, [a-z., ]* or \.bmp matches\n$/,
      'y*.png',
      '--out',
      'steps',
    );
    oneLine(/^error: required option '--out <DIR>' not specified\n$/, 'x.png');
    oneLine(/^error: missing required argument 'INPUT'\n$/, '--out', 'steps');
    oneLine(/^error: the folder .*x\.png cannot be made: /, 'x.png', '--out', 'x.png');
    const help = run(here, '--help');
    assert.equal(help.status, 0);
    assert.match(help.stdout, /Examples:\n {2}npm run preprocess -- /);
  });
});
