/** One reader's share of texts read, by the labels it learnt from. */
interface Reached {
  readonly labels: number;
  /** 0 to 1. */
  readonly share: number;
}

/** At how many labels a share of the texts is read. */
export type LabelsFor =
  | {
      readonly share: number;
      readonly kind: 'about';
      readonly labels: number;
      readonly between: readonly [number, number];
    }
  | { readonly share: number; readonly kind: 'at most' | 'more than'; readonly labels: number };

/** Shares that the question is asked for. */
export const SHARES = [0.01, 0.1, 0.5, 0.9] as const;

/** At how many labels readers reach each of `SHARES`: between two readers on a straight line over the logarithm of the labels,
 *  rounded to two digits. Where already the first reader does, at most its labels; where none does, more than the last one's.
 *  reached: in ascending order of labels, at least one. */
export function labelsFor(reached: readonly Reached[]): LabelsFor[] {
  return SHARES.map((share): LabelsFor => {
    const at = reached.findIndex((one) => one.share >= share);
    if (at < 0) return { share, kind: 'more than', labels: reached[reached.length - 1].labels };
    if (at === 0) return { share, kind: 'at most', labels: reached[0].labels };
    const [below, above] = [reached[at - 1], reached[at]];
    const part = (share - below.share) / (above.share - below.share);
    const labels = Math.exp(Math.log(below.labels) + part * Math.log(above.labels / below.labels));
    return {
      share,
      kind: 'about',
      labels: Number(labels.toPrecision(2)),
      between: [below.labels, above.labels],
    };
  });
}
