import { compareWithReport, describeComparison, openResults, reportedBest } from 'captcha-lab/experiments';
import type { ResultRow } from '../../lib/notebook/recordResults';
import { joinText, type Notebook } from './notebookFile';

/** A row of the closing tables, in words. */
export interface ClosingRow {
  /** Of the report: `V.A`; empty where it has none. */
  readonly section: string;
  readonly measured: string;
  readonly reported: string;
  readonly ours: string;
  readonly verdict: string;
}

/** The two closing tables: what the report has, its nine experiments first, and what it has not. */
export interface ResultTables {
  readonly experiments: readonly ClosingRow[];
  readonly reported: readonly ClosingRow[];
  readonly beyond: readonly ClosingRow[];
}

/** Sections of the report in its order; a notebook's section is looked up by what its heading table says. */
const SECTIONS = ['III', 'IV', 'V.A', 'V.B', 'V.C', 'V', 'VI', 'VII', 'VIII'];

/** Sorts the notebooks' results into the two tables, and puts the nine experiments, recorded in `folder`, in front.
 *  A notebook's row belongs to the report where the report has a number to set beside it. Rows that repeat a recorded experiment are left to
 *  the experiments' own. comparable: whether the notebooks ran on the report's own pictures; on others only equal numbers get a verdict. Throws as `openResults` does. */
export async function resultTables(
  results: readonly (ResultRow & { readonly notebook: string })[],
  {
    folder,
    sections,
    comparable,
  }: {
    readonly folder: string;
    readonly sections: ReadonlyMap<string, string>;
    readonly comparable: boolean;
  },
): Promise<ResultTables> {
  const recorded = await openResults(folder);
  const compared = compareWithReport(recorded, { reportedBy: await reportedBest({ folder }) });
  const rows = results
    .filter(({ id, label }) => !/^recorded-/.test(id) && !/, recorded \(/.test(label))
    .map(({ label, reported, ours, notebook }): ClosingRow => {
      const section = sections.get(notebook) ?? '';
      return {
        section,
        measured: label,
        reported,
        ours,
        verdict: comparable || reported === ours ? verdictOf(reported, ours) : '',
      };
    });
  const hasNumber = ({ reported }: ClosingRow): boolean => /\d/.test(reported);
  const place = ({ section }: ClosingRow): number =>
    (SECTIONS.indexOf(section) + SECTIONS.length + 1) % (SECTIONS.length + 1);
  return {
    experiments: compared.map((row) => {
      const { experiment, report, ours, runs, verdict } = describeComparison(row);
      const measured = ours === '–' ? experiment : `${experiment} (${runs})`;
      return { section: sectionOfExperiment(experiment), measured, reported: report, ours, verdict };
    }),
    reported: rows.filter(hasNumber).sort((one, other) => place(one) - place(other)),
    beyond: rows.filter((row) => !hasNumber(row)),
  };
}

/** The first section of the report that a notebook names in its heading table: `V.A`; empty when it names none. */
export function sectionOf({ cells }: Notebook): string {
  const heading = joinText(cells.at(0)?.source);
  return /\| Report \|[^|]*?sections? ([IVX]+(?:\.[A-C])?)/.exec(heading)?.[1] ?? '';
}

function sectionOfExperiment(name: string): string {
  if (name === 'emnist') return 'V.B';
  if (name === 'augmented') return 'V.C';
  return name === 'final' ? 'VI' : 'V.A';
}

/** Equal, or how many points ours lies above or below, where both are one percentage; empty otherwise. */
function verdictOf(reported: string, ours: string): string {
  if (reported === ours) return 'equal';
  const [theirs, mine] = [reported, ours].map((text) => text.match(/\d+(?:\.\d+)?(?=%)/g) ?? []);
  if (theirs.length !== 1 || mine.length !== 1) return '';
  const points = Number(mine[0]) - Number(theirs[0]);
  return `${Math.abs(points).toFixed(1)} points ${points < 0 ? 'below' : 'above'}`;
}
