import { chooseEmnist, EMNIST_FORMS, isEmnistName } from './chooseEmnist';
import { DatasetError, type DatasetProblem } from '../data';
import { isPictureName, isUnfinished, PICTURE_ENDINGS } from '../image';
import { describeOtherEmnist } from './describeOtherEmnist';
import { IMPORTABLE } from './openImportSource';
import { baseName, type SourceFile } from './sourceFile';

/** The files to import, by the name they will have; more than one where the source holds a name twice. */
export interface ImportChoice {
  readonly kind: 'captchas' | 'emnist';
  readonly files: ReadonlyMap<string, readonly SourceFile[]>;
  /** Files that are bad at first sight and were left out, which is asked for by `onBad: 'skip'`. */
  readonly leftOut: readonly DatasetProblem[];
}

/** Most bytes of one picture (a 200 x 50 one has 40 kB unpacked), and of one file of EMNIST (88 MB unpacked). */
const LARGEST = { captchas: 2 ** 20, emnist: 2 ** 28 };

/** Most bytes of all the files together, unpacked. */
const MOST_BYTES = 2 ** 31;

const PICTURES_OR_EMNIST = `must hold pictures (${PICTURE_ENDINGS}) or the files of EMNIST balanced`;

/** Tells which data set a source holds and picks its files, wherever in it they lie. Throws DatasetError for a source
 *  with neither or both, another form of EMNIST, an incomplete one, and, unless pictures are to be skipped, files that are refused,
 *  unfinished or absurdly large. */
export function chooseImport(
  source: string,
  all: readonly SourceFile[],
  { onBad = 'throw' }: { readonly onBad?: 'throw' | 'skip' } = {},
): ImportChoice {
  const fail = (rule: string, received: string, remedy: string): never => {
    throw new DatasetError('Import', [{ file: source, rule, received, remedy }]);
  };
  // macOS's archiver adds a shadow of every file.
  const files = all.filter(
    (file) => !file.path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'),
  );
  const names = files.map((file) => baseName(file.path));
  const emnist = files.filter((file) => isEmnistName(baseName(file.path)));
  const pictures = files.filter((file) => isPictureName(baseName(file.path)));
  const unfinished = files.filter((file) => isUnfinished(baseName(file.path)));
  if (emnist.length > 0 && pictures.length > 0) {
    const received = `both (${count(pictures.length, 'picture')}, ${count(emnist.length, 'file')} of EMNIST)`;
    return fail('must hold either CAPTCHAs or EMNIST', received, 'Give the folder of one of them.');
  }
  if (emnist.length === 0 && pictures.length === 0) {
    const other = describeOtherEmnist(names);
    if (other !== undefined) return fail(PICTURES_OR_EMNIST, other.received, other.remedy);
    const received =
      unfinished.length > 0
        ? `${count(unfinished.length, 'unfinished download')} (${baseName(unfinished[0].path)})`
        : count(files.length, 'other file');
    return fail(PICTURES_OR_EMNIST, received, `Expected is ${IMPORTABLE.join('; or ')}.`);
  }
  if (emnist.length === 0) {
    const cut = unfinished.filter((file) => isPictureName(baseName(file.path).replace(/\.[^.]*$/, '')));
    return checked(source, 'captchas', { files: [...pictures, ...cut], onBad });
  }
  const chosen = chooseEmnist(new Set(emnist.map((file) => baseName(file.path))), EMNIST_FORMS);
  if ('lacking' in chosen) {
    const other = describeOtherEmnist(names);
    const beside = other === undefined ? '' : `, but with ${other.received}`;
    const received = `a part, without ${chosen.lacking.join(', ')}${beside}`;
    const rule = "must hold the four files of EMNIST balanced (and its mapping, unless it is NIST's)";
    return fail(rule, received, other?.remedy ?? `Expected is ${IMPORTABLE[1]}.`);
  }
  const { mapping, train, test } = chosen;
  const wanted = [mapping, train.images, train.labels, test.images, test.labels];
  const picked = emnist.filter((file) => wanted.includes(baseName(file.path)));
  return checked(source, 'emnist', { files: picked, onBad: 'throw' });
}

function checked(
  source: string,
  kind: ImportChoice['kind'],
  { files, onBad }: { readonly files: readonly SourceFile[]; readonly onBad: 'throw' | 'skip' },
): ImportChoice {
  const problems = new Map(
    files.flatMap((file) => {
      const problem = problemOf(file, LARGEST[kind]);
      return problem === undefined ? [] : [[file, problem] as const];
    }),
  );
  if (problems.size > 0 && (onBad === 'throw' || problems.size === files.length)) {
    throw new DatasetError('Import', [...problems.values()]);
  }
  const good = files.filter((file) => !problems.has(file));
  const total = good.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_BYTES) {
    const remedy = 'Check what it is: no data set has more.';
    const rule = `must have at most ${MOST_BYTES} bytes unpacked`;
    throw new DatasetError('Import', [{ file: source, rule, received: `${total}`, remedy }]);
  }
  const named = new Map<string, SourceFile[]>();
  for (const file of good) {
    const name = baseName(file.path);
    named.set(name, [...(named.get(name) ?? []), file]);
  }
  return { kind, files: named, leftOut: [...problems.values()] };
}

function problemOf({ path, size, refused }: SourceFile, largest: number): DatasetProblem | undefined {
  if (refused !== undefined) return { file: path, ...refused };
  if (isUnfinished(baseName(path))) {
    const remedy = 'Finish the download, or remove what is left of it.';
    return { file: path, rule: 'must be a whole picture', received: 'an unfinished download', remedy };
  }
  if (size <= largest) return undefined;
  const rule = `must have at most ${largest} bytes`;
  return { file: path, rule, received: `${size}`, remedy: 'Check what file it is.' };
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
