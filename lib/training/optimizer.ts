import { tf } from '../tensorflow';
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
  /** Adam's first and second moments, named `m.0` … and `v.0` …; none for sgd. */
  readonly slots: ReadonlyMap<string, tf.Variable>;
  dispose(): void;
}

/** Optimiser for `variables`; the caller disposes it. Adam follows Keras: epsilon 1e-7 is added to the
 *  uncorrected root, and the correction is part of the step size. Source: Kingma and Ba 2015, section 2. */
export function createOptimizer(
  { kind, learningRate }: OptimizerOptions,
  variables: readonly tf.Variable[],
): Optimizer {
  return kind === 'sgd' ? gradientDescent(learningRate, variables) : adam(learningRate, variables);
}

function gradientDescent(learningRate: number, variables: readonly tf.Variable[]): Optimizer {
  return {
    learningRate,
    steps: 0,
    slots: new Map(),
    step(gradients) {
      tf.tidy(() => {
        const rate = tf.scalar(this.learningRate);
        variables.forEach((variable, index) => {
          variable.assign(variable.sub(gradients[index].mul(rate)));
        });
      });
      this.steps++;
    },
    dispose() {
      // Plain descent remembers nothing.
    },
  };
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

function adam(learningRate: number, variables: readonly tf.Variable[]): Optimizer {
  const slots = new Map<string, tf.Variable>();
  for (const slot of ['m', 'v']) {
    variables.forEach((variable, index) => {
      slots.set(
        `${slot}.${index}`,
        tf.tidy(() => tf.variable(tf.zerosLike(variable), false)),
      );
    });
  }
  const [firstRate, secondRate, epsilon] = [1 - BETA1, 1 - BETA2, EPSILON].map((value) => tf.scalar(value));
  return {
    learningRate,
    steps: 0,
    slots,
    step(gradients) {
      this.steps++;
      const rate = (this.learningRate * Math.sqrt(1 - BETA2 ** this.steps)) / (1 - BETA1 ** this.steps);
      tf.tidy(() => {
        const scaledRate = tf.scalar(rate);
        variables.forEach((variable, index) => {
          const gradient = gradients[index];
          const first = slots.get(`m.${index}`)!;
          const second = slots.get(`v.${index}`)!;
          first.assign(first.add(gradient.sub(first).mul(firstRate)));
          second.assign(second.add(gradient.square().sub(second).mul(secondRate)));
          variable.assign(variable.sub(first.mul(scaledRate).div(second.sqrt().add(epsilon))));
        });
      });
    },
    dispose() {
      tf.dispose([firstRate, secondRate, epsilon, ...slots.values()]);
    },
  };
}
