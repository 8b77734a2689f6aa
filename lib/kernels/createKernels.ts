import type { Attribute, Emitter, ValueType } from './emitter';
import type { Kernels, Window } from './kernels';

const type = (name: string, value: ValueType): Attribute => ({ name, kind: 'type', value });
const flag = (name: string, value: boolean): Attribute => ({ name, kind: 'flag', value });
const text = (name: string, value: string): Attribute => ({ name, kind: 'text', value });
const real = (name: string, value: number): Attribute => ({ name, kind: 'number', value });
const ints = (name: string, value: readonly number[]): Attribute => ({ name, kind: 'ints', value });

const FLOAT = [type('T', 'float32')];
const LAYOUT = text('data_format', 'NHWC');
const BIAS = [...FLOAT, LAYOUT];
const SHAPED = [...FLOAT, type('Tshape', 'int32')];
const CONVOLUTION = { same: convolutionOf('SAME'), valid: convolutionOf('VALID') };
const PRODUCT = products('transpose_a', 'transpose_b');
const BATCH_PRODUCT = products('adj_x', 'adj_y');

function convolutionOf(padding: string): Attribute[] {
  const ones = [1, 1, 1, 1];
  return [...FLOAT, ints('strides', ones), ints('dilations', ones), text('padding', padding), LAYOUT];
}

function products(a: string, b: string): Record<'none' | 'a' | 'b', Attribute[]> {
  const of = (first: boolean, second: boolean): Attribute[] => [...FLOAT, flag(a, first), flag(b, second)];
  return { none: of(false, false), a: of(true, false), b: of(false, true) };
}

function pooling({ size, strides }: Window): Attribute[] {
  return [
    ...FLOAT,
    ints('ksize', [1, ...size, 1]),
    ints('strides', [1, ...strides, 1]),
    text('padding', 'VALID'),
  ];
}

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

const PLACES = [type('Targmax', 'int64'), flag('include_batch_in_index', false)];

/** The kernels, called through `emitter`. */
export function createKernels<V>(emitter: Emitter<V>): Kernels<V> {
  const run = (operation: string, attributes: readonly Attribute[], ...inputs: readonly V[]): V =>
    emitter.emit(operation, attributes, inputs)[0];
  const integers = (values: readonly number[]): V => emitter.constant(values, [values.length], 'int32');
  const number = (value: number): V => emitter.constant([value], [], 'float32');
  const shapeOf = (x: V): V => run('Shape', [...FLOAT, type('out_type', 'int32')], x);
  return {
    ...emitter,
    convolution: (x, filter, padding) => run('Conv2D', CONVOLUTION[padding], x, filter),
    filterGradient: (x, shape, dy, padding) =>
      run('Conv2DBackpropFilter', CONVOLUTION[padding], x, integers(shape), dy),
    inputGradient: (x, filter, dy, padding) =>
      run('Conv2DBackpropInput', CONVOLUTION[padding], shapeOf(x), filter, dy),
    pad(x, rows, columns) {
      const zeros = emitter.constant([0, 0, ...rows, ...columns, 0, 0], [4, 2], 'int32');
      return run('Pad', [...FLOAT, type('Tpaddings', 'int32')], x, zeros);
    },
    addBias: (x, bias) => run('BiasAdd', BIAS, x, bias),
    biasGradient: (dy) => run('BiasAddGrad', BIAS, dy),
    relu: (x) => run('Relu', FLOAT, x),
    reluGradient: (dy, y) => run('ReluGrad', FLOAT, dy, y),
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
    matMul: (a, b, transposed) => run('MatMul', PRODUCT[transposed ?? 'none'], a, b),
    batchMatMul: (a, b, transposed) => run('BatchMatMulV2', BATCH_PRODUCT[transposed ?? 'none'], a, b),
    softmax: (logits) => run('Softmax', FLOAT, logits),
    reshape: (x, shape) => run('Reshape', SHAPED, x, integers(shape)),
    reshapeLike: (x, like) => run('Reshape', SHAPED, x, shapeOf(like)),
    transpose: (x, order) => run('Transpose', [...FLOAT, type('Tperm', 'int32')], x, integers(order)),
    reverse: (x) => run('ReverseV2', [...FLOAT, type('Tidx', 'int32')], x, integers([0])),
    dropoutMask(x, seed, keep) {
      const attributes = [type('dtype', 'float32'), type('T', 'int32'), type('Tseed', 'int32')];
      const drawn = run('StatelessRandomUniform', attributes, shapeOf(x), seed);
      const kept = run('Less', FLOAT, drawn, number(keep));
      return run('SelectV2', FLOAT, kept, number(1 / Math.fround(keep)), number(0));
    },
    add: (a, b) => run('AddV2', FLOAT, a, b),
    subtract: (a, b) => run('Sub', FLOAT, a, b),
    multiply: (a, b) => run('Mul', FLOAT, a, b),
    divide: (a, b) => run('RealDiv', FLOAT, a, b),
    square: (x) => run('Square', FLOAT, x),
    squareRoot: (x) => run('Sqrt', FLOAT, x),
    within(x, low, high) {
      const inside = run(
        'LogicalAnd',
        [],
        run('GreaterEqual', FLOAT, x, number(low)),
        run('LessEqual', FLOAT, x, number(high)),
      );
      return run('SelectV2', FLOAT, inside, number(1), number(0));
    },
    sumOfRows: (x) =>
      run('Sum', [...FLOAT, type('Tidx', 'int32'), flag('keep_dims', true)], x, integers([1])),
    number,
  };
}
