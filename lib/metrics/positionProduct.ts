import { accuracy, type Accuracy } from './accuracy';
import { checkClassPairs } from './checkClassPairs';

export interface PositionProductOptions {
  /** Characters in one CAPTCHA. */
  readonly length: number;
}

/** Whole-CAPTCHA accuracy if positions were independent, and what it is the product of. */
export interface PositionProduct {
  /** Product of the positions' accuracies, 0 to 1. */
  readonly value: number;
  /** Accuracy at each position, first character first. */
  readonly positions: readonly Accuracy[];
}

/** p(c1) p(c2) … p(cn): the report's estimate before it takes all positions to be equally hard.
 *  truth, predicted, position: one entry per character, same order; position is 0 to length - 1.
 *  Throws RangeError when lengths differ, a position is out of range, or a position has no character.
 *  Source: report VI. */
export function positionProduct(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  position: ArrayLike<number>,
  { length }: PositionProductOptions,
): PositionProduct {
  if (position.length !== truth.length) {
    throw new RangeError(
      `positionProduct: position has ${position.length} entries for ${truth.length} characters; give one each.`,
    );
  }
  checkClassPairs('positionProduct', truth, predicted);
  const members: number[][] = Array.from({ length }, () => []);
  for (let example = 0; example < position.length; example++) {
    if (!(position[example] in members)) {
      throw new RangeError(
        `positionProduct: position[${example}] must be 0 to ${length - 1}, got ${position[example]}.`,
      );
    }
    members[position[example]].push(example);
  }
  const empty = members.findIndex((examples) => examples.length === 0);
  if (empty !== -1) {
    throw new RangeError(`positionProduct: no character has position ${empty}; its accuracy is unknown.`);
  }
  const positions = members.map((examples) =>
    accuracy(
      examples.map((example) => truth[example]),
      examples.map((example) => predicted[example]),
    ),
  );
  return { value: positions.reduce((product, { value }) => product * value, 1), positions };
}
