import {
  REPORT_CURVES,
  compareWithReport,
  describeComparison,
  reportCurves,
  type ExperimentResult,
} from 'captcha-lab/experiments';

/** The report's nine figures beside those of a results folder, as a Markdown table or as JSON. */
export async function compareTable(results: readonly ExperimentResult[], json: boolean): Promise<string> {
  const curves = new Map(
    await Promise.all(REPORT_CURVES.map(async (name) => [name as string, await reportCurves(name)] as const)),
  );
  const rows = compareWithReport(results, {
    reportedAt: (experiment, epochs) => curves.get(experiment)?.valAccuracy[epochs - 1],
  });
  if (json) return JSON.stringify(rows, null, 2);
  const cells = rows
    .map(describeComparison)
    .map((row) => [row.experiment, row.report, row.ours, row.runs, row.verdict]);
  const heading = ['Experiment', 'The report', 'Ours (95% interval)', 'Profile, epochs, seeds', 'Verdict'];
  return [heading, heading.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
