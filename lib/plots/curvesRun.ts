/** Accuracies of one run, 0 to 1, one an epoch. */
export interface CurvesRun {
  /** In the legend, once for all panels: `seed 1`. */
  readonly name: string;
  /** Measured on characters not trained on. */
  readonly validation: readonly number[];
  readonly training?: readonly number[];
}
