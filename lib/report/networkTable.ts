import { CLASSES } from './alphabet';
import type { LayerSpec, NetworkSpec } from '../model';

/** A row of Tables II to VI as the report prints them; an empty text where it leaves a cell empty. */
export interface NetworkTableRow {
  readonly 'Layer Type': string;
  readonly Neurons: string;
  readonly 'Kernel Size': string;
}

/** A network of the report as the table that the report prints: layer type, neurons, kernel size. */
export function networkTable({ layers }: NetworkSpec): NetworkTableRow[] {
  return layers.map((layer) => {
    const [type, neurons, kernel] = cells(layer);
    return { 'Layer Type': type, Neurons: neurons, 'Kernel Size': kernel };
  });
}

function cells(layer: LayerSpec): [string, string, string] {
  switch (layer.kind) {
    case 'convolution':
      return ['Convolutional Layer', String(layer.filters), layer.kernel.join('x')];
    case 'pooling':
      return ['Pooling Layer', '', layer.size.join('x')];
    case 'dropout':
      return [`Dropout (${layer.rate.toFixed(2)})`, '', ''];
    case 'fullyConnected':
      return ['Fully-connected Layer', String(layer.units), ''];
    case 'output':
      return ['Output Layer', String(CLASSES), ''];
  }
}
