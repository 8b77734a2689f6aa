/** A cell of a master. 'given' is code that everybody gets; 'solution' holds what is to be written, between the lines
 *  `// ### BEGIN SOLUTION` and `// ### END SOLUTION`; 'check' calls the check. */
export interface MasterCell {
  readonly kind: 'markdown' | 'given' | 'solution' | 'check';
  /** Of the exercise, as `check` has it; for solutions and checks. */
  readonly name?: string;
  /** For checks. */
  readonly points?: number;
  readonly source: string;
}

const MARKER = /^# %%(.*)$/;
const BEGIN = 'BEGIN SOLUTION';
const END = 'END SOLUTION';

/** Cells of a master, the text from which all forms of an exercise notebook are made: `# %% [markdown]`, `# %%`,
 *  `# %% solution NAME` and `# %% check NAME POINTS` start cells.
 *  Throws Error naming the line when a marker is unknown, and naming the exercise when a solution has no region, a
 *  check no solution before it, or a solution no check. */
export function parseMaster(text: string): MasterCell[] {
  const cells: MasterCell[] = [];
  let open: Omit<MasterCell, 'source'> | undefined;
  let lines: string[] = [];
  const close = (): void => {
    if (open) cells.push({ ...open, source: lines.join('\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '') });
    lines = [];
  };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const marker = MARKER.exec(line)?.[1].trim();
    if (marker === undefined) {
      if (!open && line.trim() !== '') {
        throw new Error(`line ${index + 1}: text before the first cell; start with "# %% [markdown]".`);
      }
      lines.push(line);
      continue;
    }
    close();
    open = cellOf(marker, index + 1);
  }
  close();
  checkOrder(cells);
  return cells;
}

function cellOf(marker: string, line: number): Omit<MasterCell, 'source'> {
  if (marker === '') return { kind: 'given' };
  if (marker === '[markdown]') return { kind: 'markdown' };
  const [, solution] = /^solution (\w+)$/.exec(marker) ?? [];
  if (solution) return { kind: 'solution', name: solution };
  const [, name, points] = /^check (\w+) (\d+)$/.exec(marker) ?? [];
  if (name) return { kind: 'check', name, points: Number(points) };
  throw new Error(
    `line ${line}: "# %% ${marker}" is unknown; write "# %%", "# %% [markdown]", "# %% solution NAME" or "# %% check NAME POINTS".`,
  );
}

function checkOrder(cells: readonly MasterCell[]): void {
  const solved = new Set<string>();
  const checked = new Set<string>();
  for (const { kind, name = '', source } of cells) {
    if (kind === 'solution') {
      const found = [BEGIN, END].map((word) => source.split(word).length - 1);
      if (found[0] === 0 || found[0] !== found[1]) {
        throw new Error(`${name}: a solution stands between "// ### ${BEGIN}" and "// ### ${END}".`);
      }
      solved.add(name);
    } else if (kind === 'check') {
      if (!solved.has(name)) throw new Error(`${name}: its check has no solution before it.`);
      if (checked.has(name)) throw new Error(`${name}: has two checks; one is enough.`);
      if (!source.includes(`check.${name}(`))
        throw new Error(`${name}: its check must call check.${name}(…).`);
      checked.add(name);
    } else if (source.includes(BEGIN)) throw new Error(`${BEGIN} stands outside of a solution.`);
  }
  const forgotten = [...solved].find((name) => !checked.has(name));
  if (forgotten !== undefined) throw new Error(`${forgotten}: has a solution and no check.`);
}
