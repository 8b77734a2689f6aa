import { describeScheme } from './describeScheme';
import type { Scheme } from './scheme';

/** Throws RangeError, naming both schemes and how they differ, unless what learnt from CAPTCHAs of scheme `learnt` can read those of
 *  scheme `pictures`: of the same size, without further characters, and of no other lengths. `reader`: what the message calls the
 *  network; default `the network`. How either is cleaned does not count: a network cleans by its own scheme. */
export function checkReads(
  learnt: Scheme,
  pictures: Scheme,
  { reader = 'the network' }: { readonly reader?: string } = {},
): void {
  const differences: string[] = [];
  if (learnt.width !== pictures.width || learnt.height !== pictures.height) {
    differences.push(
      `sizes differ (${learnt.width} x ${learnt.height}, ${pictures.width} x ${pictures.height})`,
    );
  }
  const strangers = Array.from(pictures.alphabet).filter((character) => !learnt.alphabet.includes(character));
  if (strangers.length > 0) differences.push(`it never learnt ${strangers.join(' ')}`);
  if (pictures.length.min < learnt.length.min || pictures.length.max > learnt.length.max) {
    differences.push(`it reads ${span(learnt)} characters, not ${span(pictures)}`);
  }
  if (differences.length === 0) return;
  throw new RangeError(
    `${reader} learnt another scheme than the pictures have: ${differences.join('; ')}.\n  learnt:   ${describeScheme(learnt)}\n` +
      `  pictures: ${describeScheme(pictures)}\nUse a network trained on pictures like these.`,
  );
}

function span({ length }: Scheme): string {
  return length.min === length.max ? `${length.max}` : `${length.min} to ${length.max}`;
}
