import type { MasterCell } from './parseMaster';
import { cleared, solved } from './solutionText';

/** Code of a master as one module, to run the check of exercise `name`: everything before that check, other exercises solved and
 *  their checks left out; the exercise itself solved, or as its stub. Without a name all of the notebook, checks included. */
export function moduleOf(
  cells: readonly MasterCell[],
  { name, as }: { name?: string; as: 'solution' | 'stub' },
): string {
  const end =
    name === undefined
      ? cells.length
      : cells.findIndex((cell) => cell.kind === 'check' && cell.name === name) + 1;
  if (end === 0) throw new Error(`there is no check ${name ?? ''}.`);
  return cells
    .slice(0, end)
    .flatMap((cell) => {
      if (cell.kind === 'markdown') return [];
      if (cell.kind === 'check' && name !== undefined && cell.name !== name) return [];
      const isStub = as === 'stub' && (name === undefined || cell.name === name);
      return [isStub ? cleared(cell.source) : solved(cell.source)];
    })
    .join('\n');
}
