import { createHash } from 'node:crypto';
import { surveyPictures, type Captcha, type DatasetProblem } from '../data';
import { schemeOf, type InferredScheme } from '../scheme';
import { oddTexts } from './oddTexts';

/** What a folder offers to a measurement. */
export interface UsablePictures {
  readonly pictures: readonly Captcha[];
  /** What cannot be used, and why. */
  readonly problems: readonly DatasetProblem[];
  readonly files: number;
  /** Undefined when nothing can be used. */
  readonly inferred: InferredScheme | undefined;
}

/** Reads a folder of labelled pictures and leaves out what cannot be used: damaged files, texts and sizes unlike all others, and
 *  identical pictures that have different texts. The scheme is inferred from what is left. Throws DatasetError as `surveyPictures`. */
export async function usablePictures(
  folder: string,
  {
    name,
    onProgress,
  }: { readonly name: string; readonly onProgress?: (done: number, total: number) => void },
): Promise<UsablePictures> {
  const survey = await surveyPictures(folder, onProgress && { onProgress });
  const usual = oddTexts(survey.pictures);
  const sized = ofOneSize(usual.pictures);
  const agreed = withoutContradictions(sized.pictures);
  const { pictures } = agreed;
  return {
    pictures,
    problems: [...survey.problems, ...usual.problems, ...sized.problems, ...agreed.problems],
    files: survey.files,
    inferred: pictures.length === 0 ? undefined : schemeOf(pictures, { name }),
  };
}

type Sorted = Pick<UsablePictures, 'pictures' | 'problems'>;

function ofOneSize(pictures: readonly Captcha[]): Sorted {
  if (pictures.length === 0) return { pictures, problems: [] };
  const { sizes } = schemeOf(pictures);
  const [{ width, height, count }] = sizes;
  const fits = ({ image }: Captcha): boolean => image.width === width && image.height === height;
  return {
    pictures: pictures.filter(fits),
    problems: pictures
      .filter((picture) => !fits(picture))
      .map(({ file, image }) => ({
        file,
        rule: `pictures must be of one size, ${width} x ${height} as ${count} are`,
        received: `${image.width} x ${image.height}`,
        remedy: 'Keep sets of other sizes in folders of their own.',
      })),
  };
}

function withoutContradictions(pictures: readonly Captcha[]): Sorted {
  const first = new Map<string, Captcha>();
  const contradicted = new Map<string, string>();
  const keys = pictures.map((picture) => createHash('sha256').update(picture.image.data).digest('hex'));
  pictures.forEach((picture, index) => {
    const known = first.get(keys[index]);
    if (known === undefined) first.set(keys[index], picture);
    else if (known.label !== picture.label) {
      contradicted.set(keys[index], `${known.file} is ${known.label}, ${picture.file} is ${picture.label}`);
    }
  });
  return {
    pictures: pictures.filter((_, index) => !contradicted.has(keys[index])),
    problems: pictures.flatMap(({ file }, index) => {
      const received = contradicted.get(keys[index]);
      if (received === undefined) return [];
      const rule = 'identical pictures must have the same text';
      return [{ file, rule, received, remedy: 'Look which text is right, and name both by it.' }];
    }),
  };
}
