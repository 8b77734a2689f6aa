import { markdownTable } from '../notebook/markdownTable';
import type { BenchFile } from './benchFile';
import { caseLabel, formatRatio, formatSummary, formatTarget } from './describeCase';
import { summarizeCase } from './summarizeCase';

const HEADING = ['', 'Ours', 'Others', 'Times as fast (range)', 'In processor seconds', 'Target'];

/** The table of docs/speed.md: a line for each case, medians, the ratio to the peer in bold. */
export function benchTable({ rows }: Pick<BenchFile, 'rows'>): string {
  const lines = rows.flatMap(({ name, cases }) =>
    cases.map((measured) => {
      const summary = summarizeCase(measured);
      const { ours, peers, ratio } = summary;
      const others = peers.map((peer) => {
        const text = `${peer.contestant.name}: ${formatSummary(peer, measured)}`;
        return peers.length > 1 && peer.contestant.name === ratio?.peer ? `**${text}**` : text;
      });
      return [
        caseLabel(name, measured.name),
        formatSummary(ours, measured),
        others.join('; ') || '–',
        ratio ? formatRatio(ratio) : '–',
        ratio ? `${ratio.cpu.toFixed(2)} x` : '–',
        formatTarget(measured, summary) || '–',
      ];
    }),
  );
  return markdownTable([HEADING, ...lines]);
}

/** How often, on what and with what was measured, in one sentence. */
export function benchConditions({ machine, node, rows }: BenchFile): string {
  const contestants = rows.flatMap(({ cases }) => cases.flatMap((one) => one.contestants));
  const versions = Object.entries(
    Object.assign({ node }, ...contestants.map((one) => one.versions)) as Record<string, string>,
  );
  const counts = ({ cases }: BenchFile['rows'][number]): number[] =>
    cases.map(({ contestants: [{ repetitions }] }) => repetitions.length);
  const once = rows.filter((row) => counts(row).every((count) => count === 1)).map(({ name }) => name);
  const rounds = [...new Set(rows.flatMap(counts))].filter((count) => count > 1);
  const repeated = rounds.length === 0 ? [] : `medians of ${rounds.join(' and ')} rounds in turn`;
  const how = [repeated, once.length === 0 ? [] : `${once.join(', ')} once`].flat().join(', ');
  return (
    `Measured: ${how}; on ${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB; ` +
    `${versions.map(([name, version]) => `${name} ${version}`).join(', ')}.`
  );
}
