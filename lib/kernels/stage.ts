import type { Dropout } from '../model';
import type { tf } from '../tensorflow';
import type { Kernels } from './kernels';

/** What a stage's way back gives. */
export interface StageGradients<V> {
  /** Gradient by the stage's input; absent where it was not asked for. */
  readonly input?: V;
  /** Gradients by the stage's weights. */
  readonly weights: readonly (readonly [tf.Variable, V])[];
}

/** A stage gone through. */
export interface StagePass<V> {
  /** The input itself where the stage changes nothing. */
  readonly output: V;
  /** The way back, from the gradient by the output. To be called once at most. */
  backward(dy: V, wantsInput: boolean): StageGradients<V>;
}

/** How stages are gone through. */
export interface PassMode<V> {
  readonly kernels: Kernels<V>;
  /** Whether `backward` will be called: some stages note on the way what that needs. */
  readonly wayBack: boolean;
  /** Seed of a dropout layer's mask, int32 [2]; absent where dropout is off. */
  readonly maskSeed?: (layer: Dropout) => V;
}

/** One step of a network's work: a layer, or a part of one. */
export interface Stage {
  forward<V>(input: V, mode: PassMode<V>): StagePass<V>;
  /** True where the largest of some values becomes the largest of the results, one value by another: a pooling that follows may as well
   *  go first, on what is then four times less to do. */
  readonly monotone: boolean;
  readonly variables: readonly tf.Variable[];
}
