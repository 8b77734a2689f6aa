import type { CharacterSet } from '../data';
import { createTurn } from './createTurn';
import { createRotations } from './rotations';
import { ROTATIONS } from './variants';

/** A function that writes example `example` of `set`, turned by `ROTATIONS[rotation]`, to `target` from `offset` on. @internal */
export function createTurns({
  width,
  height,
  pixels,
}: CharacterSet): (example: number, rotation: number, target: Uint8Array, offset: number) => void {
  const size = width * height;
  const turns = [...createRotations(width, height).values()].map((map) => createTurn(map, pixels));
  return (example, rotation, target, offset) => {
    const from = example * size;
    if (ROTATIONS[rotation] === 0) target.set(pixels.subarray(from, from + size), offset);
    else turns[rotation](from, target, offset);
  };
}
