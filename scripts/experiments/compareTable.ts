import {
  EXPERIMENTS,
  compareRecipes,
  compareWithReport,
  describeComparison,
  reportedBest,
  type ComparisonRow,
  type ExperimentResult,
} from 'captcha-lab/experiments';
import { markdownTable } from '../notebook/markdownTable';

/** The report's nine figures beside those of a results folder, as a Markdown table or as JSON: a table for each kind of data
 *  that was trained on, the report's own first, and above the others a line that says which. As JSON all rows, each
 *  with the name of its data.
 *  Throws RangeError, naming `folder`, when there are no results of the nine. */
export async function compareTable(
  results: readonly ExperimentResult[],
  json: boolean,
  folder = 'this folder',
): Promise<string> {
  const nine = results.filter(({ run }) => EXPERIMENTS.some(({ name }) => name === run.experiment));
  const all = [...new Set(nine.map(({ data }) => data.name))].sort();
  const names = [
    ...all.filter((name) => name === 'real data'),
    ...all.filter((name) => name !== 'real data'),
  ];
  if (names.length === 0) {
    throw new RangeError(
      `There are no results of the nine experiments in ${folder}; make some (\`npm run experiments -- sgd\`), or name the folder that has them with ` +
        '--results, such as data/results.',
    );
  }
  const reportedBy = await reportedBest();
  const compared = names.map((data) => {
    const recipes = compareRecipes(results, { data });
    const rows = compareWithReport(results, { data, reportedBy }).flatMap((row) => [
      row,
      ...recipes.filter(({ experiment }) => experiment.recipeFor === row.experiment.name),
    ]);
    return { data, rows };
  });
  if (json) {
    const rows = compared.flatMap(({ data, rows: each }) => each.map((row) => ({ data, ...row })));
    return JSON.stringify(rows, null, 2);
  }
  return compared.map(({ data, rows }) => tableOf(data, rows)).join('\n\n');
}

function tableOf(data: string, rows: readonly ComparisonRow[]): string {
  const cells = rows
    .map(describeComparison)
    .map(({ experiment, report, ours, runs, verdict }) => [experiment, report, ours, runs, verdict]);
  const heading = ['Experiment', 'The report', 'Ours (95% interval)', 'Profile, epochs, seeds', 'Verdict'];
  const table = markdownTable([heading, ...cells]);
  return data === 'real data' ? table : `On ${data}, other pictures than the report's:\n\n${table}`;
}
