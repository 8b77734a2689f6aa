/** A network: what it costs, and how much it got right. */
export interface CostPoint {
  readonly label: string;
  /** Weights and biases. */
  readonly parameters: number;
  /** For one picture, forward. */
  readonly multiplyAdds: number;
  /** Accuracy, 0 to 1. */
  readonly value: number;
  /** Range drawn as a whisker. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** 'report' is drawn as a grey, empty diamond. */
  readonly source?: 'ours' | 'report';
}
