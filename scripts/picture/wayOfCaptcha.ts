import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { selectExamples } from 'captcha-lab/data';
import { generateCaptcha } from 'captcha-lab/generator';
import { writeFileWhole } from 'captcha-lab/files';
import { dilate, encodePng, erode, otsu, readImage, threshold, type GreyImage } from 'captcha-lab/image';
import { loadModel } from 'captcha-lab/model';
import { cropBoxesOf, cutCharacters } from 'captcha-lab/preprocess';
import { ALPHABET, REPORT } from 'captcha-lab/report';
import { predictClasses, readTexts } from 'captcha-lab/training';

/** A step of a CAPTCHA's way. */
export interface WayStep {
  /** File of lib that does it, in the function that it is named after. */
  readonly file: string;
  readonly says: string;
  /** What there is then: pictures, side by side, or words. */
  readonly shows: readonly GreyImage[] | string;
}

const NETWORK = path.resolve(__dirname, '../../data/models/table-iv');

/** The way of one drawn CAPTCHA from its file to its text, as the report goes it, by the network that comes with the kit. Each step is
 *  done by the file it names. */
export async function wayOfCaptcha({ text, seed }: { text: string; seed: number }): Promise<WayStep[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-way-'));
  const model = await loadModel(NETWORK);
  try {
    const file = path.join(folder, `${text}.png`);
    await writeFileWhole(file, await encodePng(generateCaptcha({ text, seed }).image));
    const image = await readImage(file);
    const at = otsu(image);
    const binary = threshold(image, { at });
    const thinned = dilate(binary, { kernel: { rows: 3, columns: 3 } });
    const restored = erode(thinned, { kernel: { rows: 3, columns: 3 } });
    const clean = dilate(restored, { kernel: { rows: 3, columns: 1 } });
    const characters = cropBoxesOf(clean, REPORT.boxes);
    const set = cutCharacters([{ file, label: text, image }], REPORT);
    const { classes, probabilities } = predictClasses(model, selectExamples(set, [0, 1, 2, 3, 4]), {
      inputScale: 1 / 255,
    });
    const answers = Array.from(classes, (found, index) => {
      const share = probabilities[index * ALPHABET.length + found];
      return `${ALPHABET[found]} ${Math.floor(share * 100)}%`;
    });
    const [read] = readTexts(model, [{ image }], { inputScale: 1 / 255, learnt: REPORT });
    const picture = `${image.width} x ${image.height}`;
    return [
      {
        file: 'lib/image/readImage.ts',
        says: `the file becomes grey values, ${picture}: 0 ink, 255 paper`,
        shows: [image],
      },
      {
        file: 'lib/image/otsu.ts',
        says: 'a threshold between ink and paper, found in the histogram',
        shows: String(at),
      },
      { file: 'lib/image/threshold.ts', says: 'ink or paper, nothing between', shows: [binary] },
      { file: 'lib/image/dilate.ts', says: 'paper grows: thin lines are gone', shows: [thinned] },
      { file: 'lib/image/erode.ts', says: 'ink grows back: strokes have their width', shows: [restored] },
      { file: 'lib/image/dilate.ts', says: 'paper grows upwards and downwards only', shows: [clean] },
      {
        file: 'lib/preprocess/cropBoxesOf.ts',
        says: 'five boxes of 21 x 38, one a character',
        shows: characters,
      },
      {
        file: 'lib/model/loadModel.ts',
        says: 'a network that learnt such characters',
        shows: `${(model.countParams() / 1e6).toFixed(1)} million weights`,
      },
      {
        file: 'lib/training/predictClasses.ts',
        says: `${ALPHABET.length} probabilities a character; here the largest`,
        shows: answers.join(', '),
      },
      { file: 'lib/training/readTexts.ts', says: 'the text: all of this in one call', shows: read },
    ];
  } finally {
    model.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}
