import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from 'captcha-lab/report';
import { ImageFileError, readImage, resize } from 'captcha-lab/image';
import { runCommand } from './command';
import { findPictures, type Failure, type Picture } from './findPictures';
import { drawSteps, STEP_FILES } from './preprocess/drawSteps';
import { placeResults } from './preprocess/placeResults';
import { FolderTakenError, writeFolder } from './preprocess/writeFolder';
import { createStepProgress } from './stepProgress';

const HELP = `
INPUT is a picture, a folder (the pictures directly in it) or a glob in quotes. PNG, JPEG, WebP, GIF and BMP are read, by
their content; of an animation the first picture, transparent ones on white, turned as Exif asks (JPEG and PNG). What is
wrong with a picture that can be read all the same is said on stderr, and with --json in "warnings". Pictures must be
${CAPTCHA_WIDTH} x ${CAPTCHA_HEIGHT} pixels, because the boxes that cut the characters have fixed places.

Each picture NAME.png gets a folder DIR/NAME with
  grey.png      the picture in grey
  otsu.png      black and white, by Otsu's threshold
  dilate1.png   dilated 3 x 3: white grows, thin lines vanish
  erode.png     eroded 3 x 3: strokes have their width back
  clean.png     dilated with 3 rows x 1 column: horizontal remains vanish
  boxes.png     clean.png with the five boxes drawn on it
  crop0.png … crop4.png   the characters, 21 x 38
and with --augment crop0/r-10_x-3_y-3.png …: 27 variants of each character (degrees, shifts right and down).

Examples:
  npm run preprocess -- my-captcha.png --out steps
  npm run preprocess -- my-captchas other/picture.jpg --out steps --augment
  npm run preprocess -- 'my-captchas/2*.png' --out steps --json

Bad pictures are named, the others are done; the exit code is then 1.`;

interface Flags {
  readonly out: string;
  readonly augment?: boolean;
  readonly resize?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

interface Done {
  readonly file: string;
  readonly folder: string;
  readonly threshold: number;
  readonly files: number;
  /** What is to be said of the picture though it was read. */
  readonly warnings?: readonly string[];
  /** Size before --resize changed it. */
  readonly resizedFrom?: { readonly width: number; readonly height: number };
}

async function main(): Promise<void> {
  const program = new Command('npm run preprocess --')
    .description("Shows every step of the report's preprocessing on your own pictures.")
    .argument('<INPUT...>', 'pictures, folders of pictures, or globs')
    .requiredOption('--out <DIR>', 'folder for the results; it is made when missing')
    .option('--augment', 'also write the 27 variants of each character')
    .option(
      '--resize',
      `scale pictures of another size to ${CAPTCHA_WIDTH} x ${CAPTCHA_HEIGHT} (nearest neighbour)`,
    )
    .option(
      '--force',
      'also write into result folders that hold other files, replacing files of the same names',
    )
    .option('--json', 'print the result as JSON')
    .addHelpText('after', HELP)
    .parse();
  const flags = program.opts<Flags>();
  // npm starts commands in the project; a relative path means the folder where the user is.
  const here = process.env.INIT_CWD ?? process.cwd();
  const out = path.resolve(here, flags.out);
  const { pictures, failures } = await findPictures(program.args, { here, out });
  if (pictures.length === 0) {
    throw new Error(failures.map(({ file, reason }) => `${file}: ${reason}`).join('; '));
  }
  const folders = placeResults(pictures, out);
  await mkdir(out, { recursive: true }).catch((error: unknown) => {
    throw new Error(`the folder ${out} cannot be made: ${(error as Error).message}`);
  });

  const done: Done[] = [];
  const progress = createStepProgress({ pictures: 'Preprocessing' });
  try {
    for (const [index, picture] of pictures.entries()) {
      const result = await processPicture(picture, folders.get(picture) as string, flags);
      if ('reason' in result) failures.push(result);
      else done.push(result);
      progress.update({ step: 'pictures', done: index + 1, total: pictures.length });
    }
  } finally {
    progress.stop();
  }
  for (const { file, warnings = [] } of done)
    for (const reason of warnings) console.error(`${file}: ${reason}`);
  for (const { file, reason } of failures) console.error(`${file}: ${reason}`);
  console.log(flags.json ? JSON.stringify({ out, done, failed: failures }, null, 2) : summary(done, out));
  if (failures.length > 0) {
    const total = done.length + failures.length;
    throw new Error(`${failures.length} of ${total} could not be done; see above.`);
  }
}

async function processPicture(picture: Picture, folder: string, flags: Flags): Promise<Done | Failure> {
  const fail = (reason: string): Failure => ({ file: picture.name, reason });
  let image;
  const warnings: string[] = [];
  try {
    image = await readImage(picture.path, { onWarning: (_, reason) => warnings.push(reason) });
  } catch (error) {
    return fail(error instanceof ImageFileError ? error.reason : (error as Error).message);
  }
  const { width, height } = image;
  const fits = width === CAPTCHA_WIDTH && height === CAPTCHA_HEIGHT;
  if (!fits && !flags.resize) {
    return fail(
      `must be ${CAPTCHA_WIDTH} x ${CAPTCHA_HEIGHT} pixels, is ${width} x ${height}; --resize scales it to that size`,
    );
  }
  const sized = fits ? image : resize(image, { width: CAPTCHA_WIDTH, height: CAPTCHA_HEIGHT });
  const { threshold, files } = await drawSteps(sized, { augmented: flags.augment === true });
  try {
    await writeFolder(folder, files, { own: STEP_FILES, force: flags.force === true });
  } catch (error) {
    if (error instanceof FolderTakenError) return fail(error.message);
    // A full disk or a folder without permission would fail for every picture.
    throw new Error(`${folder} cannot be written: ${(error as Error).message}`);
  }
  const said = warnings.length > 0 && { warnings };
  const result = { file: picture.path, folder, threshold, files: files.size, ...said };
  return fits ? result : { ...result, resizedFrom: { width, height } };
}

function summary(done: readonly Done[], out: string): string {
  const files = done.reduce((sum, { files: count }) => sum + count, 0);
  const resized = done.filter(({ resizedFrom }) => resizedFrom !== undefined).length;
  const note = resized === 0 ? '' : ` ${resized} of them had another size and were scaled.`;
  return `${done.length} ${done.length === 1 ? 'picture' : 'pictures'}, ${files} files in ${out}.${note}`;
}

void runCommand(main);
