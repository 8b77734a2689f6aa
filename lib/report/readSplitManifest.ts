import { readFile } from 'node:fs/promises';
import { CAPTCHA_LENGTH } from './alphabet';
import type { Captcha } from '../data';
import { DatasetError, type DatasetProblem } from '../data';
import { describeSystemError } from '../files';
import type { Split } from '../data';

const HEADER = 'captcha,position,label,split';
const WITHOUT_LABELS = 'captcha,position,part';
const SETS = ['train', 'validation', 'test'] as const;
const REMEDY = `Each line reads ${HEADER}, for example 226md.png,0,2,test, or ${WITHOUT_LABELS}.`;

/** A split by character kept in a file, such as the report's own: comma-separated lines
 *  `captcha,position,label,split` under that header, with the CAPTCHA's file name, position 0–4, the character
 *  there, and `train`, `validation` or `test`; or `captcha,position,part`, without the character. Every crop of
 *  `captchas` must occur once, in any order, with the label it has there, if the file says one. The report's own assignment counts `3bnfnd.png` as `3bnfn`: read it with CAPTCHAs loaded under the
 *  label rule `report`; the indices then hold for the corrected labels too.
 *  Returns indices of examples, 5 x CAPTCHA + position, ascending.
 *  Throws DatasetError listing every line that does not fit or, when all do, every CAPTCHA with crops left out. */
export async function readSplitManifest(
  path: string,
  captchas: readonly Pick<Captcha, 'file' | 'label'>[],
): Promise<Split> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const problem = { file: path, rule: 'must be a readable file', ...describeSystemError(error) };
    throw new DatasetError('Split manifest', [problem], { cause: error });
  });
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const problems: DatasetProblem[] = [];
  const report = (line: number, rule: string, received: string, remedy = REMEDY): void => {
    problems.push({ file: `line ${line}`, rule, received, remedy });
  };
  const labelled = lines[0] !== WITHOUT_LABELS;
  if (labelled && lines[0] !== HEADER) {
    report(1, `must be the header ${HEADER}`, `'${lines[0]}'`);
  }
  const order = new Map(captchas.map(({ file }, index) => [file, index]));
  const lineOf = new Int32Array(captchas.length * CAPTCHA_LENGTH);
  const found: Record<(typeof SETS)[number], number[]> = { train: [], validation: [], test: [] };
  for (let at = 1; at < lines.length; at++) {
    if (lines[at] === '') continue;
    const line = at + 1;
    const fields = lines[at].split(',');
    const [file, position] = fields;
    const word = fields.at(-1);
    const captcha = order.get(file);
    const set = SETS.find((name) => name === word);
    if (fields.length !== (labelled ? 4 : 3)) {
      report(line, `must have ${labelled ? 'four' : 'three'} fields`, `${fields.length} in '${lines[at]}'`);
    } else if (captcha === undefined) {
      report(
        line,
        'must name a CAPTCHA of the set',
        `'${file}'`,
        'Use the manifest that belongs to the set.',
      );
    } else if (!/^[0-4]$/.test(position)) report(line, 'position must be 0 to 4', `'${position}'`);
    else if (set === undefined) report(line, 'split must be train, validation or test', `'${word}'`);
    else if (labelled && fields[2] !== captchas[captcha].label[Number(position)]) {
      const remedy = "Load the CAPTCHAs under the manifest's label rule ('report' for the report's own).";
      const expected = captchas[captcha].label[Number(position)];
      report(line, `label of ${file} at ${position} must be '${expected}'`, `'${fields[2]}'`, remedy);
    } else {
      const example = captcha * CAPTCHA_LENGTH + Number(position);
      if (lineOf[example] > 0) {
        report(
          line,
          'each crop must occur once',
          `${file} at ${position} again, as on line ${lineOf[example]}`,
        );
      } else found[set].push(example);
      lineOf[example] ||= line;
    }
  }
  if (problems.length === 0) problems.push(...missing(captchas, lineOf));
  if (problems.length > 0) throw new DatasetError(`Split manifest ${path}`, problems);
  const ascending = (set: number[]): Int32Array => Int32Array.from(set).sort();
  return {
    train: ascending(found.train),
    validation: ascending(found.validation),
    test: ascending(found.test),
  };
}

function missing(captchas: readonly Pick<Captcha, 'file'>[], lineOf: Int32Array): DatasetProblem[] {
  return captchas.flatMap(({ file }, captcha) => {
    const absent = [0, 1, 2, 3, 4].filter((position) => lineOf[captcha * CAPTCHA_LENGTH + position] === 0);
    const remedy = 'Use the manifest that belongs to the set.';
    const received = `none for position ${absent.join(', ')}`;
    return absent.length === 0 ? [] : [{ file, rule: 'every crop must have a line', received, remedy }];
  });
}
