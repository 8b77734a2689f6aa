import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkSaidNumbers } from './checkSaidNumbers';
import { FIGURE_MIME } from './embedded';
import { PLACEHOLDERS } from './newNotebook';
import { formatNotebook, joinText, type Cell, type Notebook } from './notebookFile';

/** Longest code cell, in lines. */
export const LONGEST_CELL = 15;

/** Longest line of code, in characters: wider ones scroll on a page and are cut in print. */
export const LONGEST_LINE = 100;

/** Largest committed notebook, in bytes. */
export const LARGEST_NOTEBOOK = 2e6;

/** Folders that only exist on somebody's machine, as absolute paths. */
const MACHINE_PATH =
  /(?:^|[\s"'`(=>:])(?:file:\/\/)?(?:\/(?:home|root|Users|tmp|var|work|mnt)\/|[A-Z]:\\+Users\\)\S*/m;

/** What is wrong with a notebook that is to be committed, one sentence each; none when all is well. It is only read,
 *  not executed. folder: where relative links start; numbers: whether prose is held to the outputs, which exercises, kept
 *  without any, cannot be. */
export function checkNotebook(
  notebook: Notebook,
  { folder, numbers = true }: { folder: string; numbers?: boolean },
): string[] {
  const problems: string[] = [];
  if (notebook.nbformat !== 4 || notebook.nbformat_minor < 5) {
    problems.push(`must be of format 4.5 or a later 4, is ${notebook.nbformat}.${notebook.nbformat_minor}.`);
  }
  const kernel = (notebook.metadata.kernelspec as { name?: unknown } | undefined)?.name;
  if (kernel !== 'tslab') problems.push(`must name the kernel tslab, names ${String(kernel)}.`);
  const size = Buffer.byteLength(formatNotebook(notebook));
  if (size > LARGEST_NOTEBOOK) {
    problems.push(`has ${(size / 1e6).toFixed(1)} MB; at most ${LARGEST_NOTEBOOK / 1e6} MB are committed.`);
  }
  const ids = notebook.cells.map(({ id }) => id);
  notebook.cells.forEach((cell, index) => {
    const place = `cell ${index + 1}`;
    const before = notebook.cells.at(index - 1);
    if (cell.id === undefined || !/^[\w-]{1,64}$/.test(cell.id) || ids.indexOf(cell.id) !== index) {
      problems.push(`${place} needs an id of its own.`);
    }
    if (cell.cell_type === 'raw') problems.push(`${place} is raw; write Markdown or code.`);
    if (joinText(cell.source).trim() === '') problems.push(`${place} is empty.`);
    if (cell.cell_type === 'code') {
      if (index === 0 || before?.cell_type !== 'markdown') {
        problems.push(`${place} has no text before it that says what it asks.`);
      }
      problems.push(...checkCode(cell).map((problem) => `${place} ${problem}`));
    }
    const left = Object.values(PLACEHOLDERS).find((text) => joinText(cell.source).includes(text));
    if (left)
      problems.push(`${place} still has "${left}" of a new notebook's outline; write what belongs there.`);
    const links = cell.cell_type === 'markdown' ? brokenLinks(joinText(cell.source), folder) : [];
    problems.push(...links.map((link) => `${place} links to ${link}, which does not exist.`));
    const found = MACHINE_PATH.exec(textOf(cell))?.[0].trim();
    if (found) problems.push(`${place} holds a path of somebody's machine: ${found}`);
  });
  return numbers ? [...problems, ...checkSaidNumbers(notebook)] : problems;
}

/** Code cells that are too long or too wide, one sentence each. */
export function checkLines({ cells }: Notebook): string[] {
  return cells.flatMap((cell, index) =>
    cell.cell_type === 'code' ? linesOf(cell).map((problem) => `cell ${index + 1} ${problem}`) : [],
  );
}

function linesOf(cell: Cell): string[] {
  const problems: string[] = [];
  const lines = joinText(cell.source).trim().split('\n');
  if (lines.length > LONGEST_CELL) {
    problems.push(`has ${lines.length} lines of code; at most ${LONGEST_CELL}.`);
  }
  const wide = lines.find((line) => line.length > LONGEST_LINE);
  if (wide) problems.push(`has a line of ${wide.length} characters; at most ${LONGEST_LINE}: ${wide.trim()}`);
  return problems;
}

function checkCode(cell: Cell): string[] {
  const problems: string[] = linesOf(cell);
  if (cell.execution_count !== null) problems.push('keeps an execution count; refresh the notebooks.');
  for (const output of cell.outputs ?? []) {
    if (output.output_type === 'error') problems.push('failed when it was run.');
    if (output.output_type === 'stream' && output.name === 'stderr') problems.push('wrote to stderr.');
    const html = joinText(output.data?.['text/html'] as string | string[] | undefined);
    if (/<script/i.test(html)) problems.push('keeps a script in its output; refresh the notebooks.');
    const text = joinText(output.data?.['text/plain'] as string | string[] | undefined);
    if (/^data +\d+ CAPTCHAs/m.test(text) && !text.includes('drawn by the generator')) {
      problems.push('was run on other data than the generated set; refresh the notebooks.');
    }
  }
  return problems;
}

/** Relative links and pictures of a Markdown text whose file is not there. */
function brokenLinks(text: string, folder: string): string[] {
  const prose = text.replace(/```[^]*?```/g, '').replace(/`[^`]*`/g, '');
  const links = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map(([, link]) => link);
  return links.filter((link) => {
    const [target] = link.split('#');
    if (target === '' || /^[a-z]+:/i.test(target)) return false;
    return !existsSync(path.resolve(folder, decodeURIComponent(target)));
  });
}

/** Source and outputs as one text, figures as their JSON, pictures left out. */
function textOf(cell: Cell): string {
  const outputs = (cell.outputs ?? []).flatMap((output) => [
    joinText(output.text),
    ...(output.traceback ?? []),
    ...Object.entries(output.data ?? {})
      .filter(([mime]) => mime.startsWith('text/') || mime === FIGURE_MIME)
      .map(([mime, content]) =>
        mime === FIGURE_MIME ? JSON.stringify(content) : joinText(content as string | string[]),
      ),
  ]);
  return [joinText(cell.source), ...outputs].join('\n');
}
