/** One layer as built. */
export interface LayerRow {
  /** Name in the model: `convolution_1`. */
  readonly name: string;
  readonly kind: 'convolution' | 'pooling' | 'dropout' | 'flatten' | 'fullyConnected' | 'output';
  /** Filters or units; absent in layers without weights. */
  readonly width?: number;
  /** Rows and columns of the filter or of the pooling window. */
  readonly window?: readonly [number, number];
  readonly padding?: 'same' | 'valid';
  /** Share of values dropped. */
  readonly rate?: number;
  /** [height, width, channels], or [values] from the flattening on; the batch is left out. */
  readonly outputShape: readonly number[];
  readonly parameters: number;
  /** Multiply-adds for one picture, forward, biases left out; twice as many floating-point operations. */
  readonly multiplyAdds: number;
}
