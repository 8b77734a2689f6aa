/** One row of the report's network tables. Widths (`filters`, `units`) are the report's "Neurons". */
export type LayerSpec =
  | { readonly kind: 'convolution'; readonly filters: number; readonly kernel: readonly [number, number] }
  | { readonly kind: 'pooling'; readonly size: readonly [number, number] }
  | { readonly kind: 'dropout'; readonly rate: number }
  | { readonly kind: 'fullyConnected'; readonly units: number }
  | { readonly kind: 'output' };

/** A network of the report. Every hidden layer ends in ReLU, the output in softmax over the classes; the first
 *  convolution keeps the picture's size ('same' padding), the others do not ('valid'). */
export interface NetworkSpec {
  /** The report's table: `Table IV`. */
  readonly name: string;
  /** What it was made for, in a few words. */
  readonly purpose: string;
  /** Input side first; the last one is the output. */
  readonly layers: readonly LayerSpec[];
}
