import { balancedClasses } from './balancedClasses';
import type { CharacterSet } from '../data';
import { convertEmnistImage } from './convertEmnistImage';
import { DatasetError, type DatasetProblem } from '../data';
import { EMNIST_FORMS, type EmnistForm } from './chooseEmnist';
import { findEmnist } from './findEmnist';
import { readEmnistMapping } from './readEmnistMapping';
import { readIdx } from './readIdx';

export interface LoadEmnistOptions {
  /** Which files to take when a folder has several forms; default the first complete one of `official`, `prepared`,
   *  `partial`. */
  readonly form?: EmnistForm;
}

/** EMNIST's training and test sets, the 19 classes of the CAPTCHAs only, as the report used them: upright, 21 x 38
 *  (width x height), dark on white (see `convertEmnistImage`). Sorted by class, in the files' order within a class,
 *  so that all forms of the same pictures give the same set. All of EMNIST balanced gives 19 x 2400 and 19 x 400.
 *  `captcha` is -1 and `position` 0 throughout.
 *  Without NIST's mapping file that of EMNIST balanced counts, which is built in.
 *  Throws DatasetError when files are missing, damaged or do not fit together. */
export async function loadEmnist(
  folder: string,
  { form }: LoadEmnistOptions = {},
): Promise<{ train: CharacterSet; test: CharacterSet }> {
  if (form !== undefined && !EMNIST_FORMS.includes(form)) {
    throw new TypeError(
      `loadEmnist: form must be one of ${EMNIST_FORMS.join(', ')}, got ${JSON.stringify(form)}.`,
    );
  }
  const files = await findEmnist(folder, form === undefined ? EMNIST_FORMS : [form]);
  const prepared = files.form === 'prepared';
  const classes =
    files.mapping === undefined
      ? balancedClasses()
      : await readEmnistMapping(files.mapping, { form: prepared ? 'prepared' : 'official' });
  // One after the other: both sets unpacked at once would double the memory.
  const train = await readSet(files.train, classes, prepared);
  return { train, test: await readSet(files.test, classes, prepared) };
}

async function readSet(
  files: { readonly images: string; readonly labels: string },
  classes: ReadonlyMap<number, number>,
  prepared: boolean,
): Promise<CharacterSet> {
  const labels = await readIdx(files.labels, { dimensions: 1 });
  const images = await readIdx(files.images, { dimensions: 3 });
  const [count, rows, columns] = images.shape;
  const [width, height] = prepared ? [21, 38] : [28, 28];
  const problems: DatasetProblem[] = [];
  const remedy = 'Fetch both files again, of the same release.';
  if (rows !== height || columns !== width) {
    const rule = `pictures must have ${height} rows of ${width}`;
    problems.push({ file: files.images, rule, received: `${rows} of ${columns}`, remedy });
  }
  if (labels.shape[0] !== count) {
    const rule = `must have as many labels as there are pictures, ${count}`;
    problems.push({ file: files.labels, rule, received: `${labels.shape[0]}`, remedy });
  }
  const stranger = labels.data.findIndex((label) => !classes.has(label));
  if (stranger >= 0) {
    const received = `${labels.data[stranger]} (entry ${stranger})`;
    problems.push({ file: files.labels, rule: 'labels must be in the mapping file', received, remedy });
  }
  if (problems.length > 0) throw new DatasetError('EMNIST', problems);

  const order = Array.from(labels.data, (label, index) => ({ index, class: classes.get(label)! }))
    .filter((entry) => entry.class >= 0)
    .sort((a, b) => a.class - b.class || a.index - b.index);
  const size = width * height;
  const pixels = new Uint8Array(order.length * 21 * 38);
  order.forEach(({ index }, rank) => {
    const picture = images.data.subarray(index * size, (index + 1) * size);
    pixels.set(prepared ? picture : convertEmnistImage(picture).data, rank * 21 * 38);
  });
  return {
    count: order.length,
    width: 21,
    height: 38,
    pixels,
    labels: Uint8Array.from(order, (entry) => entry.class),
    captcha: new Int32Array(order.length).fill(-1),
    position: new Uint8Array(order.length),
  };
}
