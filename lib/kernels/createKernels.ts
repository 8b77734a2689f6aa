import type { Attribute, Emitter, ValueType } from './emitter';
import type { tf } from '../tensorflow';
import type { Kernels, Window } from './kernels';
import type { Precision } from './precision';

const type = (name: string, value: ValueType): Attribute => ({ name, kind: 'type', value });
const flag = (name: string, value: boolean): Attribute => ({ name, kind: 'flag', value });
const text = (name: string, value: string): Attribute => ({ name, kind: 'text', value });
const real = (name: string, value: number): Attribute => ({ name, kind: 'number', value });
const int = (name: string, value: number): Attribute => ({ name, kind: 'int', value });
const ints = (name: string, value: readonly number[]): Attribute => ({ name, kind: 'ints', value });

const LAYOUT = text('data_format', 'NHWC');
const INT_SHAPES = type('Tshape', 'int32');

const PLACES = [type('Targmax', 'int64'), flag('include_batch_in_index', false)];

/** The settings of kernels that work on values of one type. */
function settingsOf(valueType: Precision) {
  const T = type('T', valueType);
  const ones = [1, 1, 1, 1];
  const convolution = (padding: string): Attribute[] => [
    ...[T, ints('strides', ones), ints('dilations', ones)],
    ...[text('padding', padding), LAYOUT],
  ];
  const products = (a: string, b: string): Record<'none' | 'a' | 'b', Attribute[]> => {
    const of = (first: boolean, second: boolean): Attribute[] => [T, flag(a, first), flag(b, second)];
    return { none: of(false, false), a: of(true, false), b: of(false, true) };
  };
  return {
    one: [T],
    bias: [T, LAYOUT],
    shaped: [T, INT_SHAPES],
    convolution: { same: convolution('SAME'), valid: convolution('VALID') },
    product: products('transpose_a', 'transpose_b'),
    batchProduct: products('adj_x', 'adj_y'),
    pooling: ({ size, strides }: Window): Attribute[] => [
      ...[T, ints('ksize', [1, ...size, 1]), ints('strides', [1, ...strides, 1])],
      text('padding', 'VALID'),
    ],
  };
}

const FLOAT = settingsOf('float32').one;

const CTC = [
  flag('preprocess_collapse_repeated', false),
  flag('ctc_merge_repeated', true),
  flag('ignore_longer_outputs_than_inputs', false),
  ...FLOAT,
];
const TO_INT64 = [type('SrcT', 'int32'), type('DstT', 'int64'), flag('Truncate', false)];

function normalization(epsilon: number): Attribute[] {
  return [...FLOAT, type('U', 'float32'), real('epsilon', epsilon), flag('is_training', true), LAYOUT];
}

/** The kernels, called through `emitter`, on values of type `valueType`, float32 by default: what they take and give, variables included, is of
 *  that type. bfloat16 is for graphs only. */
export function createKernels<V>(emitter: Emitter<V>, valueType: Precision = 'float32'): Kernels<V> {
  const { one, bias, shaped, convolution, product, batchProduct, pooling } = settingsOf(valueType);
  const run = (operation: string, attributes: readonly Attribute[], ...inputs: readonly V[]): V =>
    emitter.emit(operation, attributes, inputs)[0];
  const integers = (values: readonly number[]): V => emitter.constant(values, [values.length], 'int32');
  const cast = (x: V, from: Precision, to: Precision): V =>
    from === to ? x : run('Cast', [type('SrcT', from), type('DstT', to), flag('Truncate', false)], x);
  const ofOwnType = (x: V): V => cast(x, 'float32', valueType);
  const number = (value: number): V => ofOwnType(emitter.constant([value], [], 'float32'));
  const shapeOf = (x: V): V => run('Shape', [...one, type('out_type', 'int32')], x);
  const variables = new Map<tf.Variable, V>();
  return {
    emit: emitter.emit,
    constant: (values, shape, constantType) => {
      const value = emitter.constant(values, shape, constantType);
      return constantType === 'float32' ? ofOwnType(value) : value;
    },
    variable(variable) {
      if (valueType === 'float32') return emitter.variable(variable);
      const known = variables.get(variable) ?? ofOwnType(emitter.variable(variable));
      variables.set(variable, known);
      return known;
    },
    fromFloat32: ofOwnType,
    toFloat32: (x) => cast(x, valueType, 'float32'),
    slice: (x, from, size) =>
      run('Slice', [...one, type('Index', 'int32')], x, integers(from), integers(size)),
    stack: (values) => run('Pack', [...one, int('N', values.length), int('axis', 0)], ...values),
    convolution: (x, filter, padding) => run('Conv2D', convolution[padding], x, filter),
    filterGradient: (x, shape, dy, padding) =>
      run('Conv2DBackpropFilter', convolution[padding], x, integers(shape), dy),
    inputGradient: (x, filter, dy, padding) =>
      run('Conv2DBackpropInput', convolution[padding], shapeOf(x), filter, dy),
    pad(x, rows, columns) {
      const zeros = emitter.constant([0, 0, ...rows, ...columns, 0, 0], [4, 2], 'int32');
      return run('Pad', [...one, type('Tpaddings', 'int32')], x, zeros);
    },
    addBias: (x, offsets) => run('BiasAdd', bias, x, offsets),
    biasGradient: (dy) => run('BiasAddGrad', bias, dy),
    relu: (x) => run('Relu', one, x),
    reluGradient: (dy, y) => run('ReluGrad', one, dy, y),
    maxPool: (x, window) => run('MaxPool', [...pooling(window), LAYOUT], x),
    maxPoolWithPlaces: (x, window) =>
      emitter.emit('MaxPoolWithArgmax', [...pooling(window), ...PLACES], [x], 2),
    maxPoolGradient: (x, dy, places, window) =>
      run('MaxPoolGradWithArgmax', [...pooling(window), ...PLACES], x, dy, places),
    batchNormalization(x, scale, offset, epsilon) {
      // In training the kernel wants no mean and variance from outside.
      const none = emitter.constant([], [0], 'float32');
      return emitter.emit('FusedBatchNormV3', normalization(epsilon), [x, scale, offset, none, none], 6);
    },
    batchNormalizationGradient: ({ x, scale, forward, epsilon }, dy) =>
      emitter
        .emit('FusedBatchNormGradV3', normalization(epsilon), [dy, x, scale, ...forward.slice(3)], 5)
        .slice(0, 3),
    ctcLoss: (scores, { places, labels, lengths }) =>
      emitter.emit('CTCLoss', CTC, [scores, run('Cast', TO_INT64, places), labels, lengths], 2),
    matMul: (a, b, transposed) => run('MatMul', product[transposed ?? 'none'], a, b),
    batchMatMul: (a, b, transposed) => run('BatchMatMulV2', batchProduct[transposed ?? 'none'], a, b),
    softmax: (logits) => run('Softmax', one, logits),
    reshape: (x, shape) => run('Reshape', shaped, x, integers(shape)),
    reshapeLike: (x, like) => run('Reshape', shaped, x, shapeOf(like)),
    transpose: (x, order) => run('Transpose', [...one, type('Tperm', 'int32')], x, integers(order)),
    reverse: (x) => run('ReverseV2', [...one, type('Tidx', 'int32')], x, integers([0])),
    dropoutMask(x, seed, keep) {
      const attributes = [type('dtype', 'float32'), type('T', 'int32'), type('Tseed', 'int32')];
      const drawn = run('StatelessRandomUniform', attributes, shapeOf(x), seed);
      const kept = run('Less', FLOAT, drawn, emitter.constant([keep], [], 'float32'));
      return run('SelectV2', one, kept, number(1 / Math.fround(keep)), number(0));
    },
    add: (a, b) => run('AddV2', one, a, b),
    subtract: (a, b) => run('Sub', one, a, b),
    multiply: (a, b) => run('Mul', one, a, b),
    divide: (a, b) => run('RealDiv', one, a, b),
    square: (x) => run('Square', one, x),
    squareRoot: (x) => run('Sqrt', one, x),
    within(x, low, high) {
      const inside = run(
        'LogicalAnd',
        [],
        run('GreaterEqual', one, x, number(low)),
        run('LessEqual', one, x, number(high)),
      );
      return run('SelectV2', one, inside, number(1), number(0));
    },
    sumOfRows: (x) => run('Sum', [...one, type('Tidx', 'int32'), flag('keep_dims', true)], x, integers([1])),
    number,
  };
}
