import { REPORT_CURVES, reportCurves } from './reportCurves';

/** The highest validation accuracy that the report's own run of an experiment had reached within so many epochs, 0 to 1; undefined
 *  for experiments without a record. Options and errors are those of `reportCurves`. */
export async function reportedBest(
  options: Parameters<typeof reportCurves>[1] = {},
): Promise<(experiment: string, epochs: number) => number | undefined> {
  const curves = new Map<string, readonly number[]>();
  for (const name of REPORT_CURVES) {
    curves.set(name, (await reportCurves(name, options))?.valAccuracy ?? []);
  }
  return (experiment, epochs) => {
    const first = curves.get(experiment)?.slice(0, epochs);
    return first === undefined || first.length === 0 ? undefined : Math.max(...first);
  };
}
