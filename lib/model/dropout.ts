import { deriveSeed } from '../random';
import { statelessUniform, tf } from '../tensorflow';

interface DropoutConfig {
  name?: string;
  inputShape?: tf.Shape;
  /** Share of the values set to zero, 0 to below 1. */
  rate: number;
  /** Axes of size 1 share one draw; null stands for the input's size. Absent: every value has its own. */
  noiseShape?: (number | null)[] | null;
  seed?: number | null;
}

/** Dropout with a fresh mask at every training step, and none in inference. The mask is a pure function of the
 *  layer's seed and the step, so a resumed run draws the masks an unbroken one would have drawn. (tfjs's own layer
 *  repeats one mask for ever when seeded, and cannot be resumed when not.) The values kept are scaled by
 *  1 / (1 - rate). It saves as tfjs's 'Dropout', and models loaded in this process get it in that one's place.
 *  Source: Srivastava et al. 2014. */
export class Dropout extends tf.layers.Layer {
  static readonly className = 'Dropout';
  readonly rate: number;
  readonly noiseShape: readonly (number | null)[] | null;
  /** Seed of the masks, a whole number; a trainer sets it. */
  seed: number;
  /** Step whose mask is drawn next; each training pass moves it on by one. */
  step = 0;

  constructor(config: DropoutConfig) {
    super(config);
    if (!(config.rate >= 0 && config.rate < 1)) {
      throw new RangeError(`Dropout: rate must be at least 0 and below 1, got ${config.rate}.`);
    }
    this.rate = config.rate;
    this.noiseShape = config.noiseShape ?? null;
    this.seed = config.seed ?? 0;
    this.supportsMasking = true;
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    return inputShape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], { training }: { training?: boolean }): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0] : inputs;
    if (training !== true || this.rate === 0) return input;
    const seed = this.nextMaskSeed();
    return tf.tidy(() => {
      const keep = 1 - this.rate;
      const shape = input.shape.map((size, axis) => this.noiseShape?.[axis] ?? size);
      return input.mul(statelessUniform(shape, { seed }).less(keep).cast('float32').div(keep));
    });
  }

  /** Seed of the next mask, for `statelessUniform`, and moves on by a step: values below 1 - rate are kept. */
  nextMaskSeed(): [number, number] {
    return [deriveSeed(this.seed, 'mask'), this.step++];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { rate, noiseShape, seed } = this;
    return { ...super.getConfig(), rate, noiseShape: noiseShape && [...noiseShape], seed };
  }
}

tf.serialization.registerClass(Dropout);
