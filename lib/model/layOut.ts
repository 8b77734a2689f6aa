import type { LayerRow } from './layerRow';
import type { NetworkSizeOptions } from './networkSize';
import type { LayerSpec, NetworkSpec } from './networkSpec';

/** The layers of `spec` one after the other, with widths scaled and shapes worked out; options are checked already.
 *  A flattening goes before the first layer that needs a vector. */
export function layOut(spec: NetworkSpec, options: Required<NetworkSizeOptions>): LayerRow[] {
  const rows: LayerRow[] = [];
  let shape: readonly number[] = [options.inputHeight, options.inputWidth, 1];
  const counts = new Map<string, number>();
  const add = (row: LayerRow): void => {
    rows.push(row);
    shape = row.outputShape;
  };
  for (const layer of spec.layers) {
    const number = (counts.get(layer.kind) ?? 0) + 1;
    counts.set(layer.kind, number);
    const name = layer.kind === 'output' ? 'output' : `${layer.kind}_${number}`;
    if ((layer.kind === 'fullyConnected' || layer.kind === 'output') && shape.length === 3) {
      add({ name: 'flatten', kind: 'flatten', outputShape: [volume(shape)], parameters: 0, multiplyAdds: 0 });
    }
    if ((layer.kind === 'convolution' || layer.kind === 'pooling') && shape.length === 1) {
      throw new RangeError(
        `${spec.name}: ${name} needs a picture, but comes after the network was flattened.`,
      );
    }
    const row = layerRow(layer, name, shape, number === 1, options);
    if (row.outputShape.some((size) => size < 1)) {
      throw new RangeError(
        `${spec.name}: a picture of ${options.inputHeight} x ${options.inputWidth} is too small, nothing is left of it ` +
          `at ${name}; use a larger picture or fewer layers.`,
      );
    }
    add(row);
  }
  return rows;
}

function volume(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function layerRow(
  layer: LayerSpec,
  name: string,
  shape: readonly number[],
  first: boolean,
  { width: fraction, classes }: Required<NetworkSizeOptions>,
): LayerRow {
  const scaled = (width: number): number => Math.max(1, Math.round(width * fraction));
  const [height, columns, channels] = shape;
  switch (layer.kind) {
    case 'convolution': {
      const [rowsOfKernel, columnsOfKernel] = layer.kernel;
      const width = scaled(layer.filters);
      const outputShape = first
        ? [height, columns, width]
        : [height - rowsOfKernel + 1, columns - columnsOfKernel + 1, width];
      const weights = rowsOfKernel * columnsOfKernel * channels * width;
      return {
        name,
        kind: 'convolution',
        width,
        window: layer.kernel,
        padding: first ? 'same' : 'valid',
        outputShape,
        parameters: weights + width,
        multiplyAdds: weights * outputShape[0] * outputShape[1],
      };
    }
    case 'pooling': {
      const [rows, cols] = layer.size;
      const outputShape = [Math.floor(height / rows), Math.floor(columns / cols), channels];
      return { name, kind: 'pooling', window: layer.size, outputShape, parameters: 0, multiplyAdds: 0 };
    }
    case 'dropout':
      return { name, kind: 'dropout', rate: layer.rate, outputShape: shape, parameters: 0, multiplyAdds: 0 };
    default: {
      const width = layer.kind === 'output' ? classes : scaled(layer.units);
      const weights = shape[0] * width;
      return {
        name,
        kind: layer.kind,
        width,
        outputShape: [width],
        parameters: weights + width,
        multiplyAdds: weights,
      };
    }
  }
}
