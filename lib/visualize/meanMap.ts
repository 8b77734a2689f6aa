import type { ValueMap } from './valueMap';

/** Mean of maps of one size, place by place. Throws RangeError when there is none or sizes differ. */
export function meanMap(maps: readonly ValueMap[]): ValueMap {
  if (maps.length === 0) throw new RangeError('meanMap: maps must hold at least one map, got none.');
  const [{ height, width }] = maps;
  const values = new Float32Array(height * width);
  for (const map of maps) {
    if (map.height !== height || map.width !== width) {
      throw new RangeError(
        `meanMap: maps must be of one size, got ${height} x ${width} and ${map.height} x ${map.width}.`,
      );
    }
    map.values.forEach((value, place) => (values[place] += value / maps.length));
  }
  return { height, width, values };
}
