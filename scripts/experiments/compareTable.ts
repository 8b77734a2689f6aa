import {
  compareWithReport,
  describeComparison,
  reportedBest,
  type ExperimentResult,
} from 'captcha-lab/experiments';

/** The report's nine figures beside those of a results folder, as a Markdown table or as JSON. */
export async function compareTable(results: readonly ExperimentResult[], json: boolean): Promise<string> {
  if (!results.some(({ data }) => data.name === 'real data')) {
    throw new RangeError(
      'There are no results of the real data here; name the folder that has them with --results, such as data/results.',
    );
  }
  const rows = compareWithReport(results, { reportedBy: await reportedBest() });
  if (json) return JSON.stringify(rows, null, 2);
  const cells = rows
    .map(describeComparison)
    .map(({ experiment, report, ours, runs, verdict }) => [experiment, report, ours, runs, verdict]);
  const heading = ['Experiment', 'The report', 'Ours (95% interval)', 'Profile, epochs, seeds', 'Verdict'];
  return [heading, heading.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
