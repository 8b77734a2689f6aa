import { checkSpec } from './checkSpec';
import type { LayerRow } from './layerRow';
import { layOut } from './layOut';
import { networkSize, type NetworkSizeOptions } from './networkSize';
import type { NetworkSpec } from './networkSpec';

/** A network layer by layer, with its totals. */
export interface NetworkDescription {
  readonly rows: readonly LayerRow[];
  readonly parameters: number;
  readonly multiplyAdds: number;
}

/** What a network consists of and costs, without building it.
 *  Throws TypeError for what is no network, RangeError for an option out of range or stated nowhere, or when the picture is too small for the
 *  network. */
export function describeNetwork(spec: NetworkSpec, options: NetworkSizeOptions = {}): NetworkDescription {
  checkSpec('describeNetwork', spec);
  const size = networkSize(spec, options);
  const rows = layOut(spec, size);
  return {
    rows,
    parameters: rows.reduce((sum, row) => sum + row.parameters, 0),
    multiplyAdds: rows.reduce((sum, row) => sum + row.multiplyAdds, 0),
  };
}
