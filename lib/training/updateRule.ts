import type { Kernels } from '../kernels';
import type { OptimizerOptions } from './trainingTypes';

/** What a rule reckons with: tensors at once, or values of a graph. */
export type Arithmetic<V> = Pick<
  Kernels<V>,
  'add' | 'subtract' | 'multiply' | 'divide' | 'square' | 'squareRoot' | 'number'
>;

/** One variable before a step. */
export interface RuleInput<V> {
  readonly variable: V;
  readonly gradient: V;
  /** What the rule remembers of this variable. */
  readonly slots: readonly V[];
  /** Step size, from `rate`; one number. */
  readonly rate: V;
}

/** How an optimiser moves a variable. */
export interface UpdateRule {
  /** Names of what it remembers for each variable, of the variable's shape, 0 at first. */
  readonly slots: readonly string[];
  /** Size of step number `step`, from 1. */
  rate(learningRate: number, step: number): number;
  /** The variable after the step, then its slots. */
  update<V>(arithmetic: Arithmetic<V>, input: RuleInput<V>): readonly V[];
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

const GRADIENT_DESCENT: UpdateRule = {
  slots: [],
  rate: (learningRate) => learningRate,
  update: ({ subtract, multiply }, { variable, gradient, rate }) => [
    subtract(variable, multiply(gradient, rate)),
  ],
};

const ADAM: UpdateRule = {
  slots: ['m', 'v'],
  rate: (learningRate, step) => (learningRate * Math.sqrt(1 - BETA2 ** step)) / (1 - BETA1 ** step),
  update(arithmetic, { variable, gradient, slots: [first, second], rate }) {
    const { add, subtract, multiply, divide, square, squareRoot, number } = arithmetic;
    const mean = add(first, multiply(subtract(gradient, first), number(1 - BETA1)));
    const spread = add(second, multiply(subtract(square(gradient), second), number(1 - BETA2)));
    const move = divide(multiply(mean, rate), add(squareRoot(spread), number(EPSILON)));
    return [subtract(variable, move), mean, spread];
  },
};

/** The rule of an optimiser. Adam follows Keras: epsilon 1e-7 is added to the uncorrected root, and the correction is part of the step
 *  size. Source: Kingma and Ba 2015, section 2. */
export function updateRule(kind: OptimizerOptions['kind']): UpdateRule {
  return kind === 'sgd' ? GRADIENT_DESCENT : ADAM;
}
