/** What was reached with one amount of training data. */
export interface SizePoint {
  /** Examples, a whole number; 0 is what a network reaches without any. */
  readonly size: number;
  /** Accuracy, 0 to 1. */
  readonly value: number;
  /** Range drawn as a whisker. */
  readonly interval?: { readonly low: number; readonly high: number };
}

/** Points joined by a line. */
export interface SizeSeries {
  readonly name: string;
  /** In any order; no size twice. */
  readonly points: readonly SizePoint[];
  /** 'report' is drawn in grey, with empty diamonds. */
  readonly source?: 'ours' | 'report';
}
