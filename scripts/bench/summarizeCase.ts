import type { MeasuredCase, MeasuredContestant } from './benchFile';

/** A contestant's middle value of what the case compares, and its extremes. */
export interface Summary {
  readonly contestant: MeasuredContestant;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Processor seconds. */
  readonly cpu: number;
}

/** What follows from the repetitions of a case. */
export interface CaseSummary {
  readonly ours: Summary;
  readonly peers: readonly Summary[];
  /** The peer's median divided by ours: above 1, the kit is faster. The range is that of the rounds. */
  readonly ratio?: {
    readonly peer: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly cpu: number;
  };
  /** Our operations a second as a share of the best matrix multiplication. */
  readonly peakShare?: number;
  /** Whether all targets are met; undefined without one, or without what it is about. */
  readonly met?: boolean;
}

/** Medians, ratio and verdict of a case. The ratio is against the fastest peer, or the one the case names.
 *  Throws Error when a repetition lacks what the case compares. */
export function summarizeCase(measured: MeasuredCase): CaseSummary {
  const { contestants, against, target, flopsPerExample } = measured;
  const all = contestants.filter(({ role }) => role !== 'peak').map((one) => summarize(one, measured));
  const ours = all.find(({ contestant }) => contestant.role === 'ours')!;
  const peers = all.filter(({ contestant }) => contestant.role === 'peer');
  const fastest = peers.toSorted((one, other) => one.value - other.value).at(0);
  const rival = against === undefined ? fastest : peers.find(({ contestant }) => contestant.name === against);
  const ratio = rival && ratioOf(ours, rival, measured);
  const peak = contestants
    .filter(({ role }) => role === 'peak')
    .flatMap(({ repetitions }) => repetitions.map(({ gflops = 0 }) => gflops));
  const speed = median(ours.contestant.repetitions.map(({ examples = 0, wall }) => examples / wall));
  const peakShare =
    peak.length > 0 && flopsPerExample !== undefined
      ? (speed * flopsPerExample) / (1e9 * Math.max(...peak))
      : undefined;
  const verdicts = [
    target?.ratio !== undefined && ratio ? ratio.value >= target.ratio : undefined,
    target?.peakShare !== undefined && peakShare !== undefined ? peakShare >= target.peakShare : undefined,
    target?.peakMiB !== undefined ? ours.value <= target.peakMiB : undefined,
  ].filter((verdict) => verdict !== undefined);
  const met = verdicts.length === 0 ? undefined : verdicts.every(Boolean);
  return { ours, peers, ratio, peakShare, met };
}

function summarize(contestant: MeasuredContestant, { name, measure }: MeasuredCase): Summary {
  const values = valuesOf(contestant, { name, measure });
  return {
    contestant,
    value: median(values),
    low: Math.min(...values),
    high: Math.max(...values),
    cpu: median(contestant.repetitions.map(({ cpu }) => cpu)),
  };
}

function valuesOf(
  { name: who, repetitions }: MeasuredContestant,
  { name, measure }: Pick<MeasuredCase, 'name' | 'measure'>,
): number[] {
  return repetitions.map((repetition) => {
    const value = repetition[measure];
    if (value === undefined) throw new Error(`case ${name}: ${who} must state ${measure}, and does not.`);
    return value;
  });
}

function ratioOf(ours: Summary, rival: Summary, measured: MeasuredCase): CaseSummary['ratio'] {
  const [mine, theirs] = [ours, rival].map(({ contestant }) => valuesOf(contestant, measured));
  const rounds = mine.map((value, round) => theirs[round] / value);
  return {
    peer: rival.contestant.name,
    value: rival.value / ours.value,
    low: Math.min(...rounds),
    high: Math.max(...rounds),
    cpu: rival.cpu / ours.cpu,
  };
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
