import type { Data } from 'plotly.js';
import type { CurvesRun } from './curvesRun';

/** The first series' colour, a fifth of it. */
const BAND = 'rgba(0, 114, 178, 0.2)';

/** The area between the lowest and the highest of several runs, as far as all of them go; none for fewer than two.
 *  @internal */
export function seedBand(
  runs: readonly CurvesRun[],
  { suffix, name, seen }: { suffix: string; name: string; seen: Set<string> },
): Partial<Data>[] {
  const epochs = Math.min(...runs.map(({ validation }) => validation.length));
  if (runs.length < 2 || epochs < 2) return [];
  const at = (epoch: number): number[] => runs.map(({ validation }) => validation[epoch]);
  const up = Array.from({ length: epochs }, (_, epoch) => epoch);
  const down = [...up].reverse();
  const first = !seen.has(name);
  seen.add(name);
  return [
    {
      type: 'scatter',
      mode: 'lines',
      name,
      legendgroup: name,
      showlegend: first,
      x: [...up, ...down].map((epoch) => epoch + 1),
      y: [...up.map((epoch) => Math.max(...at(epoch))), ...down.map((epoch) => Math.min(...at(epoch)))],
      xaxis: `x${suffix}`,
      yaxis: `y${suffix}`,
      fill: 'toself',
      fillcolor: BAND,
      line: { width: 0 },
      hoverinfo: 'skip',
    },
  ];
}
