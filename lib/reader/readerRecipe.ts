/** How a reader learns. */
export interface ReaderRecipe {
  readonly steps: number;
  readonly batchSize: number;
  /** Adam's rate at its highest. */
  readonly learningRate: number;
  /** Pictures drawn for it. */
  readonly drawn: number;
}

/** From nothing, by generated pictures only: some seven minutes on one core. */
export const GENERATED_RECIPE: ReaderRecipe = {
  steps: 2600,
  batchSize: 32,
  learningRate: 1e-3,
  drawn: 10_000,
};

/** From there on, by real pictures among generated ones: little more than a minute. */
export const TUNING_RECIPE: ReaderRecipe & { readonly realShare: number; readonly moreCurves: number } = {
  steps: 450,
  batchSize: 32,
  learningRate: 5e-4,
  drawn: 3000,
  /** Share of real pictures in each batch. */
  realShare: 0.6,
  /** Noise curves laid over a real picture in addition to its own two: one, half of the time. */
  moreCurves: 0.5,
};
