/** How the pictures of EMNIST lie in a folder.
 *  `official`: `emnist-balanced-{train,test}-{images-idx3,labels-idx1}-ubyte` and `emnist-balanced-mapping.txt`.
 *  `prepared`: the same with `paper19-` for `emnist-balanced-`: the report's 19 classes, already 21 x 38.
 *  `partial`: `emnist-balanced-{train,test}-partial-…`: a part of the official files, in their layout.
 *  Each with or without `.gz`. The official mapping may be missing; see `balancedClasses`. */
export type EmnistForm = 'official' | 'prepared' | 'partial';

export const EMNIST_FORMS: readonly EmnistForm[] = ['official', 'prepared', 'partial'];

/** The files of one form, by name or path. */
export interface EmnistFiles {
  readonly form: EmnistForm;
  /** Undefined when there is none and the form can do without. */
  readonly mapping: string | undefined;
  readonly train: { readonly images: string; readonly labels: string };
  readonly test: { readonly images: string; readonly labels: string };
}

/** The first of `forms` whose files are all among `names`; otherwise the names that the form nearest to being complete
 *  lacks. */
export function chooseEmnist(
  names: ReadonlySet<string>,
  forms: readonly EmnistForm[],
): EmnistFiles | { readonly lacking: readonly string[] } {
  let lacking: string[] = [];
  for (const form of forms) {
    const absent: string[] = [];
    const find = (name: string, suffixes: readonly string[]): string => {
      const found = suffixes.map((suffix) => name + suffix).find((candidate) => names.has(candidate));
      if (found === undefined) absent.push(name + suffixes[0]);
      return found ?? name;
    };
    const stem = form === 'prepared' ? 'paper19' : 'emnist-balanced';
    const pair = (set: string): { images: string; labels: string } => {
      const start = `${stem}-${set}${form === 'partial' ? '-partial' : ''}`;
      return {
        images: find(`${start}-images-idx3-ubyte`, ['.gz', '']),
        labels: find(`${start}-labels-idx1-ubyte`, ['.gz', '']),
      };
    };
    const written = `${stem}-mapping.txt`;
    if (form === 'prepared') find(written, ['']);
    const mapping = names.has(written) ? written : undefined;
    const files = { form, mapping, train: pair('train'), test: pair('test') };
    if (absent.length === 0) return files;
    if (lacking.length === 0 || absent.length < lacking.length) lacking = absent;
  }
  return { lacking };
}

/** True for a name that belongs to one of the forms. */
export function isEmnistName(name: string): boolean {
  return /^(emnist-balanced|paper19)-(mapping\.txt|(train|test)-(partial-)?(images-idx3|labels-idx1)-ubyte(\.gz)?)$/.test(
    name,
  );
}
