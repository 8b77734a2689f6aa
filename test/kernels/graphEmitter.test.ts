import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createKernels, graphEmitter, openGraph } from 'captcha-lab/kernels';
import { nativeBackend, tf } from 'captcha-lab/tensorflow';
import { openGraphs, ownTemporaryFiles, runGraph } from './runGraph';

describe('graphEmitter', () => {
  it("writes a graph in the text form of TensorFlow's GraphDef", () => {
    const graph = graphEmitter();
    const kernels = createKernels(graph);
    const weights = tf.variable(tf.zeros([3, 2]));
    const input = graph.input([-1, 3], 'float32');
    const product = kernels.matMul(input, kernels.variable(weights), 'b');
    const pooled = kernels.maxPoolWithPlaces(kernels.reshape(product, [-1, 2, 2, 1]), {
      size: [2, 1],
      strides: [1, 1],
    });
    assert.deepEqual(pooled, ['n5:0', 'n5:1']);
    assert.equal(kernels.number(0.5), 'n6:0');
    assert.deepEqual(graph.text().split('\n'), [
      'node { name: "n0" op: "Placeholder" attr { key: "dtype" value { type: DT_FLOAT } } attr { key: "shape" value { shape { dim { size: -1 } dim { size: 3 } } } } }',
      'node { name: "n1" op: "Placeholder" attr { key: "dtype" value { type: DT_FLOAT } } attr { key: "shape" value { shape { dim { size: 3 } dim { size: 2 } } } } }',
      'node { name: "n2" op: "MatMul" input: "n0:0" input: "n1:0" attr { key: "T" value { type: DT_FLOAT } } attr { key: "transpose_a" value { b: false } } attr { key: "transpose_b" value { b: true } } }',
      'node { name: "n3" op: "Const" attr { key: "dtype" value { type: DT_INT32 } } attr { key: "value" value { tensor { dtype: DT_INT32 tensor_shape { dim { size: 4 } } int_val: -1 int_val: 2 int_val: 2 int_val: 1 } } } }',
      'node { name: "n4" op: "Reshape" input: "n2:0" input: "n3:0" attr { key: "T" value { type: DT_FLOAT } } attr { key: "Tshape" value { type: DT_INT32 } } }',
      'node { name: "n5" op: "MaxPoolWithArgmax" input: "n4:0" attr { key: "T" value { type: DT_FLOAT } } attr { key: "ksize" value { list { i: 1 i: 2 i: 1 i: 1 } } } attr { key: "strides" value { list { i: 1 i: 1 i: 1 i: 1 } } } attr { key: "padding" value { s: "VALID" } } attr { key: "Targmax" value { type: DT_INT64 } } attr { key: "include_batch_in_index" value { b: false } } }',
      'node { name: "n6" op: "Const" attr { key: "dtype" value { type: DT_FLOAT } } attr { key: "value" value { tensor { dtype: DT_FLOAT tensor_shape {  } float_val: 0.5 } } } }',
    ]);
    weights.dispose();
  });

  it('reads a variable through one input, however often it is asked for', () => {
    const graph = graphEmitter();
    const [one, other] = [1, 2].map((value) => tf.variable(tf.scalar(value)));
    assert.equal(graph.variable(one), 'n0:0');
    assert.equal(graph.variable(other), 'n1:0');
    assert.equal(graph.variable(one), 'n0:0');
    assert.deepEqual(
      [...graph.variables],
      [
        [one, 'n0:0'],
        [other, 'n1:0'],
      ],
    );
    tf.dispose([one, other]);
  });
});

describe('openGraph', () => {
  it('gives a graph that runs for any batch, with the values its variables have at that time', () => {
    const graph = graphEmitter();
    const kernels = createKernels(graph);
    const factor = tf.variable(tf.tensor2d([[2], [3]]));
    const input = graph.input([-1, 2], 'float32');
    const product = kernels.matMul(input, kernels.variable(factor));
    const session = openGraph(nativeBackend()!, graph);
    const run = (rows: number[][]): number[] =>
      tf.tidy(() => [...session.run(new Map([[input, tf.tensor2d(rows)]]), [product])[0].dataSync()]);
    assert.deepEqual(run([[1, 10]]), [32]);
    tf.tidy(() => {
      factor.assign(tf.tensor2d([[5], [7]]));
    });
    const rows = [
      [1, 10],
      [1, 0],
      [0, 1],
    ];
    assert.deepEqual(run(rows), [75, 5, 7]);
    session.dispose();
    factor.dispose();
  });

  it('takes small and large constants as they are', () => {
    const numbers = [1e-20, 1e-7, -0.1, 1e21, 3e38, 0];
    const [found] = runGraph([], (_, __, graph) => [graph.constant(numbers, [2, 3], 'float32')]);
    assert.deepEqual(found, numbers.map(Math.fround));
  });

  it('leaves no folder, tensor or session behind, nor does it when TensorFlow refuses the graph', (test) => {
    const folders = ownTemporaryFiles(test);
    const before = [folders(), tf.memory().numTensors, openGraphs()];
    const input = tf.tensor1d([1, 2]);
    assert.deepEqual(
      runGraph([input], (kernels, [x]) => [kernels.square(x)]),
      [[1, 4]],
    );
    assert.throws(() => runGraph([input], (kernels, [x]) => kernels.emit('NoSuchKernel', [], [x])));
    input.dispose();
    assert.deepEqual([folders(), tf.memory().numTensors, openGraphs()], before);
  });

  it('says what to set when there is no folder for temporary files', (test) => {
    ownTemporaryFiles(test);
    process.env.TMPDIR = `${process.env.TMPDIR}/missing`;
    assert.throws(
      () => openGraph(nativeBackend()!, graphEmitter()),
      /none can be made in .*missing.*set TMPDIR/s,
    );
  });
});
