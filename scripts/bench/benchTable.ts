import type { BenchFile } from './benchFile';
import { caseLabel } from './caseLabel';
import { formatRatio, formatSummary, formatTarget } from './formatSummary';
import { summarizeCase } from './summarizeCase';

const HEADING = ['', 'Ours', 'Others', 'Times as fast (range)', 'In processor seconds', 'Target'];

/** The table of the README: a line for each case, medians, the ratio to the peer in bold. */
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
  return [HEADING, HEADING.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** What was measured on and with, in one sentence. */
export function benchConditions({ machine, node, rows }: BenchFile): string {
  const contestants = rows.flatMap(({ cases }) => cases.flatMap((one) => one.contestants));
  const versions = Object.entries(
    Object.assign({ node }, ...contestants.map((one) => one.versions)) as Record<string, string>,
  );
  const counts = rows.flatMap(({ cases }) =>
    cases.map(({ contestants: [{ repetitions }] }) => repetitions.length),
  );
  const compared = counts.filter((count) => count > 1);
  const repeats = [...new Set(compared)].toSorted((one, other) => one - other).join(' to ');
  return (
    `Medians of ${repeats || '1'} rounds in turn on ${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB; ` +
    `${versions.map(([name, version]) => `${name} ${version}`).join(', ')}.`
  );
}
