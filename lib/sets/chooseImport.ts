import { chooseEmnist, EMNIST_FORMS, isEmnistName } from './chooseEmnist';
import { DatasetError, type DatasetProblem } from '../data';
import { isPicture } from '../data';
import { IMPORTABLE } from './openImportSource';
import { baseName, type SourceFile } from './sourceFile';

/** The files to import, by the name they will have; more than one where the source holds a name twice. */
export interface ImportChoice {
  readonly kind: 'captchas' | 'emnist';
  readonly files: ReadonlyMap<string, readonly SourceFile[]>;
}

/** Most bytes of one picture (a 200 x 50 one has 40 kB unpacked), and of one file of EMNIST (88 MB unpacked). */
const LARGEST = { captchas: 2 ** 20, emnist: 2 ** 28 };

/** Most bytes of all the files together, unpacked. */
const MOST_BYTES = 2 ** 31;

/** Tells which data set a source holds and picks its files, wherever in it they lie. Throws DatasetError for a source
 *  with neither or both, an incomplete EMNIST, and files that are refused or absurdly large. */
export function chooseImport(source: string, all: readonly SourceFile[]): ImportChoice {
  const fail = (rule: string, received: string, remedy: string): never => {
    throw new DatasetError('Import', [{ file: source, rule, received, remedy }]);
  };
  // macOS's archiver adds a shadow of every file.
  const files = all.filter(
    (file) => !file.path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'),
  );
  const emnist = files.filter((file) => isEmnistName(baseName(file.path)));
  const pictures = files.filter((file) => isPicture(baseName(file.path)));
  if (emnist.length > 0 && pictures.length > 0) {
    const received = `both (${pictures.length} pictures, ${emnist.length} files of EMNIST)`;
    return fail('must hold either CAPTCHAs or EMNIST', received, 'Give the folder of one of them.');
  }
  if (emnist.length === 0 && pictures.length === 0) {
    const matlab = files.some((file) => /\.mat$/.test(file.path));
    return fail(
      'must hold .png, .jpg or .jpeg pictures or the files of EMNIST balanced',
      matlab ? "EMNIST's Matlab files" : `${files.length} other files`,
      `Expected is ${IMPORTABLE.join('; or ')}.`,
    );
  }
  if (emnist.length === 0) return checked(source, 'captchas', pictures);
  const chosen = chooseEmnist(new Set(emnist.map((file) => baseName(file.path))), EMNIST_FORMS);
  if ('lacking' in chosen) {
    const received = `a part, without ${chosen.lacking.join(', ')}`;
    return fail('must hold all five files of EMNIST balanced', received, `Expected is ${IMPORTABLE[1]}.`);
  }
  const { mapping, train, test } = chosen;
  const names = [mapping, train.images, train.labels, test.images, test.labels];
  return checked(
    source,
    'emnist',
    emnist.filter((file) => names.includes(baseName(file.path))),
  );
}

function checked(source: string, kind: ImportChoice['kind'], files: readonly SourceFile[]): ImportChoice {
  const problems = files.flatMap(({ path, size, refused }): DatasetProblem[] => {
    if (refused !== undefined) return [{ file: path, ...refused }];
    if (size <= LARGEST[kind]) return [];
    const rule = `must have at most ${LARGEST[kind]} bytes`;
    return [{ file: path, rule, received: `${size}`, remedy: 'Check what file it is.' }];
  });
  if (problems.length > 0) throw new DatasetError('Import', problems);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_BYTES) {
    const remedy = 'Check what it is: no data set has more.';
    const rule = `must have at most ${MOST_BYTES} bytes unpacked`;
    throw new DatasetError('Import', [{ file: source, rule, received: `${total}`, remedy }]);
  }
  const named = new Map<string, SourceFile[]>();
  for (const file of files) {
    const name = baseName(file.path);
    named.set(name, [...(named.get(name) ?? []), file]);
  }
  return { kind, files: named };
}
