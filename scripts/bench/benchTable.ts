import type { BenchFile } from './benchFile';
import { caseLabel } from './caseLabel';
import { formatRatio, formatSummary, formatTarget } from './formatSummary';
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
  return [HEADING, HEADING.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}
