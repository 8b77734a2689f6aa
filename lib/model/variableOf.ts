import { tf } from '../tensorflow';

/** The variable behind a layer's weight. Throws TypeError when it is none. @internal */
export function variableOf(weight: tf.LayerVariable): tf.Variable {
  const variable: tf.Tensor = weight.read();
  if (!(variable instanceof tf.Variable)) throw new TypeError(`Weight ${weight.name} is not a variable.`);
  return variable as tf.Variable;
}
