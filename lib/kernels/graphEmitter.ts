import type { tf } from '../tensorflow';
import type { Attribute, Emitter } from './emitter';

/** A value in a graph, by the name of what makes it: `n4:1` is the second result of node n4. */
export type GraphValue = string;

/** Writes calls of kernels down as a graph, in the text form of TensorFlow's GraphDef. */
export interface GraphEmitter extends Emitter<GraphValue> {
  /** A value that is given when the graph is run; -1 stands for a size that may vary. */
  input(shape: readonly number[], type: 'float32' | 'int32'): GraphValue;
  /** The variables that the graph reads, with the inputs that stand for them. */
  readonly variables: ReadonlyMap<tf.Variable, GraphValue>;
  /** All nodes so far. */
  text(): string;
}

const TYPES = { float32: 'DT_FLOAT', bfloat16: 'DT_BFLOAT16', int32: 'DT_INT32', int64: 'DT_INT64' } as const;

/** Begins a graph. */
export function graphEmitter(): GraphEmitter {
  const nodes: string[] = [];
  const variables = new Map<tf.Variable, GraphValue>();
  const add = (operation: string, attributes: readonly string[], inputs: readonly GraphValue[]): string => {
    const name = `n${nodes.length}`;
    const lines = [...inputs.map((input) => `input: "${input}"`), ...attributes];
    nodes.push(`node { name: "${name}" op: "${operation}" ${lines.join(' ')} }`);
    return name;
  };
  const input: GraphEmitter['input'] = (shape, type) =>
    `${add('Placeholder', [entry('dtype', `type: ${TYPES[type]}`), entry('shape', `shape { ${dimensions(shape)} }`)], [])}:0`;
  return {
    input,
    variables,
    emit(operation, attributes, inputs, outputs = 1) {
      const name = add(operation, attributes.map(attributeText), inputs);
      return Array.from({ length: outputs }, (_, index) => `${name}:${index}`);
    },
    constant(values, shape, type) {
      const field = type === 'float32' ? 'float_val' : 'int_val';
      const content = values.map((value) => `${field}: ${value}`).join(' ');
      const tensor = `tensor { dtype: ${TYPES[type]} tensor_shape { ${dimensions(shape)} } ${content} }`;
      return `${add('Const', [entry('dtype', `type: ${TYPES[type]}`), entry('value', tensor)], [])}:0`;
    },
    variable(variable) {
      const known = variables.get(variable) ?? input(variable.shape, 'float32');
      variables.set(variable, known);
      return known;
    },
    text: () => nodes.join('\n'),
  };
}

function dimensions(shape: readonly number[]): string {
  return shape.map((size) => `dim { size: ${size} }`).join(' ');
}

function entry(key: string, value: string): string {
  return `attr { key: "${key}" value { ${value} } }`;
}

function attributeText(attribute: Attribute): string {
  const { name } = attribute;
  switch (attribute.kind) {
    case 'type':
      return entry(name, `type: ${TYPES[attribute.value]}`);
    case 'text':
      return entry(name, `s: "${attribute.value}"`);
    case 'flag':
      return entry(name, `b: ${attribute.value}`);
    case 'number':
      return entry(name, `f: ${attribute.value}`);
    case 'int':
      return entry(name, `i: ${attribute.value}`);
    case 'ints':
      return entry(name, `list { ${attribute.value.map((value) => `i: ${value}`).join(' ')} }`);
  }
}
