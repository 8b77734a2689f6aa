import { CLASSES } from '../data';
import { checkSpec } from './checkSpec';
import { layOut } from './layOut';
import type { NetworkSpec } from './networkSpec';

export interface NetworkSizeOptions {
  /** Fraction of every layer's width except the output's, above 0; 1 (default) is the report's network. */
  readonly width?: number;
  /** Classes, 19 by default. */
  readonly classes?: number;
  /** Picture height in pixels, 38 by default. */
  readonly inputHeight?: number;
  /** Picture width in pixels, 21 by default. */
  readonly inputWidth?: number;
}

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

/** A network layer by layer, with its totals. */
export interface NetworkDescription {
  readonly rows: readonly LayerRow[];
  readonly parameters: number;
  readonly multiplyAdds: number;
}

/** What a network consists of and costs, without building it.
 *  Throws RangeError for an option out of range, or when the picture is too small for the network. */
export function describeNetwork(
  spec: NetworkSpec,
  { width = 1, classes = CLASSES, inputHeight = 38, inputWidth = 21 }: NetworkSizeOptions = {},
): NetworkDescription {
  checkSpec('describeNetwork', spec);
  if (!(width > 0 && Number.isFinite(width))) {
    throw new RangeError(`describeNetwork: width must be a fraction above 0, such as 0.25, got ${width}.`);
  }
  for (const [name, value] of Object.entries({ classes, inputHeight, inputWidth })) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new RangeError(`describeNetwork: ${name} must be a whole number of at least 1, got ${value}.`);
    }
  }
  const rows = layOut(spec, { width, classes, inputHeight, inputWidth });
  return {
    rows,
    parameters: rows.reduce((sum, row) => sum + row.parameters, 0),
    multiplyAdds: rows.reduce((sum, row) => sum + row.multiplyAdds, 0),
  };
}
