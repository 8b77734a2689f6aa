import { definitionOf } from './cleaningStep';
import type { Scheme } from './scheme';

/** A scheme in one line: its name, size, lengths and alphabet, cleaning and boxes. */
export function describeScheme({ name, width, height, alphabet, length, clean, boxes }: Scheme): string {
  const texts = length.min === length.max ? `${length.max}` : `${length.min} to ${length.max}`;
  const parts = [`${width} x ${height} pixels`, `${texts} of ${alphabet.length} characters (${alphabet})`];
  const steps = clean.map((step) => definitionOf(step)?.describe(step) ?? step.step);
  parts.push(steps.length === 0 ? 'not cleaned' : `cleaned by ${steps.join(', ')}`);
  if (boxes !== undefined)
    parts.push(`cut by ${boxes.length} boxes of ${boxes[0].width} x ${boxes[0].height}`);
  return `${name}: ${parts.join(', ')}`;
}
