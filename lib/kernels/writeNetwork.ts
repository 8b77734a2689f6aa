import type { Dropout } from '../model';
import type { tf } from '../tensorflow';
import type { GraphEmitter, GraphValue } from './graphEmitter';
import type { Kernels } from './kernels';
import { passThrough } from './passThrough';
import type { StagedNetwork } from './stagesOf';

/** A network in a graph. */
export interface WrittenNetwork {
  /** Given to the graph: pictures [batch, height, width, channels]. */
  readonly input: GraphValue;
  /** Given to the graph: the seed of each dropout layer's mask, int32 [2]; none without training. */
  readonly maskSeeds: ReadonlyMap<Dropout, GraphValue>;
  readonly logits: GraphValue;
  /** The way back, in training only: gradients by all variables, from the one by the logits. What is not asked for when the graph runs costs nothing. */
  backward(byLogits: GraphValue): ReadonlyMap<tf.Variable, GraphValue>;
}

interface WriteOptions {
  readonly graph: GraphEmitter;
  /** Of the values between the stages. What goes in and the logits are float32, and so are the gradients. */
  readonly kernels: Kernels<GraphValue>;
  /** With dropout and a way back. */
  readonly training: boolean;
}

/** Writes a network into `graph`. */
export function writeNetwork(
  network: StagedNetwork,
  { graph, kernels, training }: WriteOptions,
): WrittenNetwork {
  const maskSeeds = new Map<Dropout, GraphValue>();
  const maskSeed = (layer: Dropout): GraphValue => {
    const seed = graph.input([2], 'int32');
    maskSeeds.set(layer, seed);
    return seed;
  };
  const input = graph.input([-1, ...network.inputShape], 'float32');
  const pass = passThrough(network.stages, kernels.fromFloat32(input), {
    kernels,
    wayBack: training,
    ...(training && { maskSeed }),
  });
  return {
    input,
    maskSeeds,
    logits: kernels.toFloat32(pass.output),
    backward(byLogits) {
      const { weights } = pass.backward(kernels.fromFloat32(byLogits), false);
      return new Map(weights.map(([variable, gradient]) => [variable, kernels.toFloat32(gradient)]));
    },
  };
}
