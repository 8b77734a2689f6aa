import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { generateCaptcha } from 'captcha-lab/generator';
import { encodePng, encodeRgbaPng, greyImage, readImage, rgbaImage } from 'captcha-lab/image';
import { saveModel } from 'captcha-lab/model';
import { buildReader, loadReader, type ReaderCard, type Reading } from 'captcha-lab/reader';
import { judge } from '../../scripts/read/judge';
import { printable } from '../../scripts/read/printable';
import { count, describeTally, emptyTally } from '../../scripts/read/tally';
import { temporaryFolder } from '../data/temporaryFolder';

const ROOT = path.resolve(__dirname, '../..');
const SHIPPED = path.join(ROOT, 'data', 'models', 'reader-tuned');

const CARD: ReaderCard = {
  reader: 'reader-of-nothing',
  data: 'nothing',
  drawn: 0,
  labelled: 0,
  unlabelled: 0,
  steps: 0,
  batchSize: 1,
  seed: 1,
  temperature: 1,
  notSureBelow: 0.9,
  measured: [],
  madeBy: 'a test',
};

interface Report {
  reader: string;
  notSureBelow: number;
  pictures: { file: string; text?: string; confidence?: number; characters?: number[]; sure?: boolean }[];
}

/** Runs the command as if from `here`. */
function run(here: string, ...args: readonly string[]) {
  const env = { ...process.env, INIT_CWD: here, DEBUG: '' };
  const all = ['--import', 'tsx', 'scripts/read.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: ROOT, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A small reader with random weights, in `folder`. */
async function saveUntrained(folder: string): Promise<void> {
  const model = buildReader({ seed: 5, width: 1 / 8 });
  await saveModel(model, folder, { metadata: { ...CARD } });
  model.dispose();
}

/** Folder `in` with three CAPTCHAs, bad files and files that are none; and what the untrained reader reads. */
async function pictures(here: string): Promise<Map<string, Reading>> {
  mkdirSync(path.join(here, 'in', 'below'), { recursive: true });
  mkdirSync(path.join(here, 'empty'));
  await saveUntrained(path.join(here, 'model'));
  const reader = await loadReader(path.join(here, 'model'));
  const readings = new Map<string, Reading>();
  for (const [index, name] of ['10.png', '9.png', 'nw4x8 \u001b[31m\n.png'].entries()) {
    const file = path.join(here, 'in', name);
    writeFileSync(file, await encodePng(generateCaptcha({ seed: index + 1 }).image));
    readings.set(name, reader.read([await readImage(file)])[0]);
  }
  reader.dispose();
  writeFileSync(path.join(here, 'in', 'small.png'), await encodePng(greyImage(3, 2, new Uint8Array(6))));
  writeFileSync(path.join(here, 'in', 'text.png'), 'no picture');
  writeFileSync(path.join(here, 'in', 'notes.txt'), 'no picture');
  writeFileSync(path.join(here, 'in', 'below', 'deep.png'), 'not looked into');
  return readings;
}

const BAD = [
  'in/small.png: must be 200 x 50 pixels, is 3 x 2',
  'in/text.png: not a picture; only PNG, JPEG, WebP, GIF and BMP can be read',
  'empty: the folder holds no file that ends in .png, .jpg, .jpeg, .jfif, .webp, .gif or .bmp',
  'in/*.gif: no file that ends in .png, .jpg, .jpeg, .jfif, .webp, .gif or .bmp matches',
  'nowhere.png: no such file or folder',
  'error: 5 of 8 could not be read; see above.',
];

const ODD = 'nw4x8 \\u001b[31m\\u000a.png';

describe('npm run read', () => {
  it('reads a transparent picture as if on white, and says so on stderr and in JSON', async (test) => {
    const here = temporaryFolder(test);
    await saveUntrained(path.join(here, 'model'));
    const { image } = generateCaptcha({ seed: 3 });
    const clear = rgbaImage(200, 50);
    image.data.forEach((grey, pixel) => (clear.data[4 * pixel + 3] = 255 - grey));
    writeFileSync(path.join(here, 'clear.png'), encodeRgbaPng(clear));
    writeFileSync(path.join(here, 'white.png'), await encodePng(image));
    const { stdout, stderr } = run(here, 'clear.png', 'white.png', '--model', 'model', '--json');
    const [one, other] = (JSON.parse(stdout) as { pictures: Record<string, unknown>[] }).pictures;
    assert.equal(one.text, other.text);
    // The same pixels at another place of a batch: the sums end in other digits.
    assert.ok(Math.abs(Number(one.confidence) - Number(other.confidence)) < 1e-6);
    assert.deepEqual([one.warnings, other.warnings], [['transparent, and composed on white'], undefined]);
    assert.equal(stderr, 'clear.png: transparent, and composed on white\n');
  });

  it('prints names, texts and confidences, names each bad file, and counts', async (test) => {
    const here = temporaryFolder(test);
    const readings = await pictures(here);
    const inputs = ['in', 'in/9.png', './in/1*.png', 'empty', 'in/*.gif', 'nowhere.png'];
    const always = run(here, ...inputs, '--model', 'model', '--not-sure-below', '0', '--check');
    const line = (name: string, said?: string): string => {
      const { text, confidence } = readings.get(name) as Reading;
      const shown = path.join('in', name).replace('\u001b', '\\u001b').replace('\n', '\\u000a').padEnd(29);
      return `${shown}  ${(said ?? text).padEnd(8)}  ${`${(Math.floor(1000 * confidence) / 10).toFixed(1)}%`.padStart(6)}`;
    };
    const names = [...readings.keys()];
    assert.deepEqual(always.stdout.split('\n'), [
      line('9.png'),
      line('10.png'),
      `${line(names[2])}  wrong: nw4x8`,
      'Read 3, not sure 0, failed 5.',
      'Right texts: 0/1 = 0.00%, counting also those that are not sure.',
      'Right answers: 0/1 = 0.00% of those given.',
      '',
    ]);
    assert.equal(`in/${ODD}`.length, 29);
    assert.deepEqual(always.stderr.replaceAll(path.sep, '/').split('\n'), [...BAD, '']);
    assert.equal(always.status, 1);

    const careful = run(here, 'in/9.png', 'in/10.png', '--model', 'model');
    assert.deepEqual(
      [
        careful.status,
        careful.stderr,
        careful.stdout.split('\n').map((each) => each.trim().split(/ {2,}/)[1]),
      ],
      [0, '', ['not sure', 'not sure', undefined, undefined]],
    );
    assert.match(careful.stdout, /\nRead 0, not sure 2, failed 0\.\n$/);
  });

  it('prints one JSON document with every reading and error, and nothing else', async (test) => {
    const here = temporaryFolder(test);
    const readings = await pictures(here);
    const { status, stdout } = run(here, 'in', 'nowhere.png', '--model', 'model', '--json', '--check');
    assert.equal(status, 1);
    assert.ok(!stdout.includes('\u001b'));
    const at = (name: string): string => path.join('in', name);
    const said = (name: string): object => {
      const { text, confidence, characters } = readings.get(name) as Reading;
      return { file: at(name), text, confidence, characters, sure: false };
    };
    const odd = [...readings.keys()][2];
    const expected = {
      reader: 'reader-of-nothing',
      notSureBelow: 0.9,
      pictures: [
        said('9.png'),
        said('10.png'),
        { ...said(odd), expected: 'nw4x8', right: false },
        { file: at('small.png'), error: 'must be 200 x 50 pixels, is 3 x 2' },
        { file: at('text.png'), error: 'not a picture; only PNG, JPEG, WebP, GIF and BMP can be read' },
        { file: 'nowhere.png', error: 'no such file or folder' },
      ],
      read: 0,
      notSure: 3,
      failed: 3,
      labelled: 1,
      right: 0,
      answered: 0,
      rightAnswers: 0,
    };
    const report = JSON.parse(stdout) as Report;
    // As text, for the order of the fields.
    const rounded = (value: unknown): string =>
      JSON.stringify(
        value,
        (_, each: unknown) => (typeof each === 'number' ? Number(each.toFixed(5)) : each),
        1,
      );
    assert.equal(rounded(report), rounded(expected));

    const none = run(here, 'empty', '--model', 'model', '--json');
    assert.deepEqual([none.status, (JSON.parse(none.stdout) as Report).pictures.length], [1, 1]);
  });

  it(
    'reads generated pictures with the reader that comes with the kit, and checks them by names or by labels.csv',
    { skip: existsSync(SHIPPED) ? false : 'data/models/reader-tuned is not there' },
    async (test) => {
      const here = temporaryFolder(test);
      mkdirSync(path.join(here, 'tabled'));
      const lines = ['file,text'];
      for (const seed of [1, 2, 3]) {
        const { text, image } = generateCaptcha({ seed });
        writeFileSync(path.join(here, `${text}.png`), await encodePng(image));
        lines.push(`${seed}.png,${seed === 3 ? 'AB,c' : text}`.replace('AB,c', '"AB,c"'));
        writeFileSync(path.join(here, 'tabled', `${seed}.png`), await encodePng(image));
      }
      writeFileSync(path.join(here, 'tabled', 'labels.csv'), lines.join('\n'));
      const { status, stdout } = run(here, '.', '--check', '--not-sure-below', '0');
      assert.equal(status, 0);
      assert.match(stdout, /\nRight answers: 3\/3 = 100\.00% of those given\.\n$/);
      const tabled = run(here, 'tabled', '--check', '--not-sure-below', '0');
      assert.match(tabled.stdout, /\nRight answers: 2\/3 = 66\.67% of those given\.\n$/);
    },
  );

  it('fails in one line for what it cannot do, and helps', async (test) => {
    const here = temporaryFolder(test);
    writeFileSync(path.join(here, 'x.png'), await encodePng(generateCaptcha({ seed: 1 }).image));
    await saveUntrained(path.join(here, 'cut'));
    truncateSync(path.join(here, 'cut', 'weights.bin'), 100);
    const other = path.join(ROOT, 'data', 'models', 'table-iv');
    for (const [args, message] of [
      [[], /missing required argument 'INPUT'/],
      [['x.png', '--nonsense'], /unknown option/],
      [['x.png', '--not-sure-below', '90'], /argument '90' is invalid\. It must be a share from 0 to 1/],
      [
        ['y*.png', 'z.png'],
        /y\*\.png: no file that ends in \.png, [a-z., ]* or \.bmp matches; z\.png: no such file/,
      ],
      [
        ['x.png', '--model', 'none'],
        /--model must be generated, tuned or the folder of a reader, got none\. /,
      ],
      [['x.png', '--model', 'cut'], /weights\.bin must hold \d+ bytes, but has 100; it is cut off/],
      [['x.png', '--model', other], /must hold a reader of whole CAPTCHAs, .* got \[38, 21, 1\] to \[19\]/],
    ] as const) {
      const { status, stdout, stderr } = run(here, ...args);
      assert.deepEqual([status, stdout], [1, ''], args.join(' '));
      assert.match(stderr, message);
      assert.match(stderr, /^error: [^\n]+\n$/);
    }
    const help = run(here, '--help');
    assert.equal(help.status, 0);
    assert.match(help.stdout, /Examples:\n {2}npm run read -- /);
  });
});

describe("the read command's parts", () => {
  it('show names in one line that does nothing to a terminal', () => {
    assert.equal(
      printable('a\u001b[2J\r\n\u009b1m\u202e\u2028é.png'),
      'a\\u001b[2J\\u000d\\u000a\\u009b1m\\u202e\\u2028é.png',
    );
  });

  it('take the label from the name, also the one known to be wrong, and none where there is none', () => {
    const reading = { text: '3bfnd' } as Reading;
    assert.deepEqual(judge('a/3bnfnd.png', reading), { expected: '3bfnd', right: true });
    assert.deepEqual(judge('3bfnx-2.png', reading), { expected: '3bfnx', right: false });
    for (const name of ['3bf.png', '3BFND.png', 'photo.png']) assert.equal(judge(name, reading), null);
  });

  it('count what was right among all and among answers', () => {
    const tally = emptyTally();
    const expected = 'nw4x8';
    count(tally, true, { expected, right: true });
    count(tally, true, { expected, right: false });
    count(tally, false, { expected, right: true });
    count(tally, true, null);
    assert.equal(
      describeTally(tally, true),
      'Read 3, not sure 1, failed 0.\n' +
        'Right texts: 2/3 = 66.67%, counting also those that are not sure.\n' +
        'Right answers: 1/2 = 50.00% of those given.',
    );
    assert.match(describeTally(emptyTally(), true), /Nothing to check: no picture has a text in labels\.csv/);
  });
});
