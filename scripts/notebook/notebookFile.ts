import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeFileWhole } from 'captcha-lab/files';

/** Text as a notebook file keeps it: whole, or as lines with their line ends. */
export type MultilineText = string | string[];

/** One MIME bundle: MIME type to content. */
export type MimeBundle = Record<string, unknown>;

/** One output of a code cell, as nbformat 4 stores it. */
export interface Output {
  output_type: 'stream' | 'display_data' | 'execute_result' | 'error';
  name?: string;
  text?: MultilineText;
  data?: MimeBundle;
  metadata?: Record<string, unknown>;
  execution_count?: number | null;
  ename?: string;
  evalue?: string;
  traceback?: string[];
}

/** One cell; `outputs` and `execution_count` belong to code cells. */
export interface Cell {
  cell_type: 'markdown' | 'code' | 'raw';
  id?: string;
  metadata: Record<string, unknown>;
  source: MultilineText;
  outputs?: Output[];
  execution_count?: number | null;
}

/** A notebook of format 4. */
export interface Notebook {
  cells: Cell[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

/** Metadata of every notebook of the kit: the tslab kernel, and no version that changes with the machine. */
export const NOTEBOOK_METADATA = {
  kernelspec: { display_name: 'TypeScript', language: 'typescript', name: 'tslab' },
  language_info: {
    codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
    file_extension: '.ts',
    mimetype: 'text/typescript',
    name: 'typescript',
  },
};

/** The text of a cell or an output, in one piece. */
export function joinText(text: MultilineText | undefined): string {
  return Array.isArray(text) ? text.join('') : (text ?? '');
}

/** Text as lines that keep their line ends, the form in which notebook files differ line by line. */
export function splitText(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Reads a notebook. Throws Error naming the file when it is no notebook of format 4. */
export async function readNotebook(file: string): Promise<Notebook> {
  const name = path.basename(file);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`${name} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
  let parsed: Partial<Notebook>;
  try {
    parsed = JSON.parse(text) as Partial<Notebook>;
  } catch (error) {
    throw new Error(`${name} is no notebook: ${(error as Error).message}.`, { cause: error });
  }
  if (parsed.nbformat !== 4 || !Array.isArray(parsed.cells)) {
    throw new Error(`${name} is no notebook of format 4 (nbformat ${String(parsed.nbformat)}).`);
  }
  return { nbformat_minor: 5, metadata: {}, ...parsed } as Notebook;
}

/** The notebook as Jupyter itself writes it: keys sorted, one space of indent, a line end at the end. */
export function formatNotebook(notebook: Notebook): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
  };
  return `${JSON.stringify(sorted(notebook), null, 1)}\n`;
}

/** Writes a notebook whole, or not at all. */
export async function writeNotebook(file: string, notebook: Notebook): Promise<void> {
  await writeFileWhole(file, formatNotebook(notebook));
}
