import { tf } from '../tensorflow';
import { updateRule, type UpdateRule } from './updateRule';
import type { OptimizerOptions } from './trainingTypes';

/** Updates variables from gradients. All it remembers is in `slots` and `steps`, so both restored exactly
 *  make it continue exactly. */
export interface Optimizer {
  /** Moves every variable one step; gradients in the order of the variables, disposed by the caller. */
  step(gradients: readonly tf.Tensor[]): void;
  /** Step size of the next step; a schedule may change it. */
  learningRate: number;
  /** Steps made so far. Adam's bias corrections are functions of it alone. */
  steps: number;
  readonly rule: UpdateRule;
  /** Adam's first and second moments, named `m.0` … and `v.0` …; none for sgd. */
  readonly slots: ReadonlyMap<string, tf.Variable>;
  /** The slots of one variable, in the rule's order. */
  slotsOf(index: number): tf.Variable[];
  dispose(): void;
}

const ARITHMETIC = {
  add: (a: tf.Tensor, b: tf.Tensor) => a.add(b),
  subtract: (a: tf.Tensor, b: tf.Tensor) => a.sub(b),
  multiply: (a: tf.Tensor, b: tf.Tensor) => a.mul(b),
  divide: (a: tf.Tensor, b: tf.Tensor) => a.div(b),
  square: (x: tf.Tensor) => x.square(),
  squareRoot: (x: tf.Tensor) => x.sqrt(),
  number: (value: number): tf.Tensor => tf.scalar(value),
};

/** Optimiser for `variables`; the caller disposes it. */
export function createOptimizer(
  { kind, learningRate }: OptimizerOptions,
  variables: readonly tf.Variable[],
): Optimizer {
  const rule = updateRule(kind);
  const slots = new Map<string, tf.Variable>();
  for (const slot of rule.slots) {
    variables.forEach((variable, index) => {
      slots.set(
        `${slot}.${index}`,
        tf.tidy(() => tf.variable(tf.zerosLike(variable), false)),
      );
    });
  }
  return {
    learningRate,
    steps: 0,
    rule,
    slots,
    slotsOf: (index) => rule.slots.map((slot) => slots.get(`${slot}.${index}`)!),
    step(gradients) {
      this.steps++;
      tf.tidy(() => {
        const rate = tf.scalar(rule.rate(this.learningRate, this.steps));
        variables.forEach((variable, index) => {
          const moved = [variable, ...this.slotsOf(index)];
          const [before, ...remembered] = moved as tf.Tensor[];
          rule
            .update(ARITHMETIC, { variable: before, gradient: gradients[index], slots: remembered, rate })
            .forEach((value, place) => {
              moved[place].assign(value);
            });
        });
      });
    },
    dispose() {
      tf.dispose([...slots.values()]);
    },
  };
}
