import { joinText, type Cell, type Notebook } from './notebookFile';

/** What stopped a notebook. `number` counts code cells from 1. */
export interface Failure {
  /** 'promise': a cell ran through, but a promise that nobody awaited failed. */
  reason: 'cell' | 'promise' | 'kernel-died' | 'no-kernel' | 'interrupted';
  number?: number;
  /** What native code said last, or the promise's error. */
  message?: string;
  /** Exit code of a kernel that ended; minus the signal that killed it. */
  code?: number | null;
}

/** Lines of the failing cell and of the error that are worth printing. */
const CELL_LINES = 4;
const ERROR_LINES = 12;

/** A failure in words: which cell, its first lines, and the error; several lines. `name` is the notebook's file name,
 *  `notebook` what was left of it. */
export function describeFailure(name: string, notebook: Notebook, failure: Failure): string {
  const code = notebook.cells.filter(
    (cell) => cell.cell_type === 'code' && joinText(cell.source).trim() !== '',
  );
  const cell = code.at((failure.number ?? 0) - 1);
  const place = failure.number ? `${name}, cell ${failure.number} of ${code.length}` : name;
  if (failure.reason === 'no-kernel') {
    return `${name}: the tslab kernel is not registered in .venv; "npm run setup" puts it there.`;
  }
  if (failure.reason === 'interrupted') return `${place}: interrupted.`;
  if (failure.reason === 'kernel-died' && !failure.number) {
    return `${name}: the kernel ended before the first cell; "npm run doctor" tells what is missing.`;
  }
  const shown = cell && failure.number ? [...quoteCell(cell), ''] : [];
  if (failure.reason === 'kernel-died') {
    const killed = failure.code === -9;
    const cause = killed
      ? 'the kernel was killed, most likely for want of memory: close other programs or choose profile quick'
      : `the kernel ended by itself (exit code ${String(failure.code)})`;
    return [`${place}: ${cause}`, ...shown, ...errorLines(cell), failure.message ?? ''].join('\n').trimEnd();
  }
  if (failure.reason === 'promise') {
    const what = 'a promise that it does not await failed';
    return [`${place}: ${what}`, ...shown, ...withoutFrames(failure.message ?? '')].join('\n').trimEnd();
  }
  return [`${place}: failed`, ...shown, ...errorLines(cell)].join('\n').trimEnd();
}

function quoteCell(cell: Cell): string[] {
  const lines = joinText(cell.source).split('\n');
  const more = lines.length > CELL_LINES ? [`    … ${lines.length - CELL_LINES} more lines`] : [];
  return [...lines.slice(0, CELL_LINES).map((line) => `    ${line}`), ...more];
}

/** What the cell wrote to stderr, without the frames of the kernel and its cells: a quoted cell says where. */
function errorLines(cell: Cell | undefined): string[] {
  const text = (cell?.outputs ?? [])
    .filter(({ output_type, name }) => output_type === 'stream' && name === 'stderr')
    .map((output) => joinText(output.text))
    .join('');
  return withoutFrames(text);
}

function withoutFrames(text: string): string[] {
  const frame = /^\s+at .*(tslab|node:|evalmachine)/;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !frame.test(line))
    .slice(0, ERROR_LINES);
}
