/** One layer of a network. Widths (`filters`, `units`) are the report's "Neurons". */
export type LayerSpec =
  | { readonly kind: 'convolution'; readonly filters: number; readonly kernel: readonly [number, number] }
  | { readonly kind: 'pooling'; readonly size: readonly [number, number] }
  | { readonly kind: 'dropout'; readonly rate: number }
  | { readonly kind: 'fullyConnected'; readonly units: number }
  | { readonly kind: 'output' };

/** A network. Every hidden layer ends in ReLU, the output in softmax over the classes; the first
 *  convolution keeps the picture's size ('same' padding), the others do not ('valid'). */
export interface NetworkSpec {
  /** What it is called: `Table IV`. */
  readonly name: string;
  /** What it was made for, in a few words. */
  readonly purpose: string;
  /** Size of the pictures it reads and number of classes, where it is meant for some; else whoever builds it says them. */
  readonly input?: { readonly height: number; readonly width: number };
  readonly classes?: number;
  /** Input side first; the last one is the output. */
  readonly layers: readonly LayerSpec[];
}
