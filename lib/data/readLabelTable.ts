import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DatasetError, type DatasetProblem } from './datasetError';
import { describeSystemError } from '../files';
import { parseCsv } from './parseCsv';

/** Name of the table of labels that may lie beside pictures. */
export const LABEL_TABLE = 'labels.csv';

const HEADER = 'file,text';
const CONTEXT = 'Table of labels';

/** The texts of the pictures in `folder` by file name, from its `labels.csv`; undefined when there is none. The table begins with the
 *  line `file,text`; each further line names a picture of the folder and its text as it stands, in double quotes where it has a comma or
 *  a quote. Texts that no file name can hold, and two pictures of one text, need it.
 *  Throws DatasetError when it cannot be read, has another header, a line without two fields, or a file twice. */
export async function readLabelTable(folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  const file = path.join(folder, LABEL_TABLE);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    // A folder that is none or not there is for whoever lists it to report.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    const problem = { file, rule: 'must be a readable file', ...describeSystemError(error) };
    throw new DatasetError(CONTEXT, [problem], { cause: error });
  });
  if (text === undefined) return undefined;
  const rows = rowsOf(file, text);
  const header = rows.shift();
  const remedy = `Begin with the line ${HEADER}; each further line has a picture's file name and its text.`;
  if (header?.fields.join(',') !== HEADER) {
    const received = header === undefined ? 'an empty file' : `'${header.fields.join(',')}'`;
    throw new DatasetError(CONTEXT, [{ file, rule: `must begin with the line ${HEADER}`, received, remedy }]);
  }
  const texts = new Map<string, string>();
  const problems: DatasetProblem[] = [];
  for (const { line, fields } of rows) {
    const [name, label] = fields;
    const place = `${LABEL_TABLE} line ${line}`;
    if (fields.length !== 2) {
      const rule = 'must have two fields, file and text';
      const quotes = 'Put a text with a comma in double quotes.';
      problems.push({ file: place, rule, received: `${fields.length}`, remedy: quotes });
    } else if (texts.has(name)) {
      problems.push({
        file: place,
        rule: 'must name each file once',
        received: `'${name}' again`,
        remedy: 'Keep one line.',
      });
    } else texts.set(name, label);
  }
  if (problems.length > 0) throw new DatasetError(`${CONTEXT} ${file}`, problems);
  return texts;
}

function rowsOf(file: string, text: string): ReturnType<typeof parseCsv> {
  try {
    return parseCsv(text);
  } catch (error) {
    const rule = 'must be comma-separated values';
    const remedy = 'Double the quotes that stand within a quoted text.';
    throw new DatasetError(CONTEXT, [{ file, rule, received: (error as Error).message, remedy }], {
      cause: error,
    });
  }
}
