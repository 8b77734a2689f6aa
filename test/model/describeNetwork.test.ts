import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildModel, describeNetwork, type NetworkSpec } from 'captcha-lab/model';
import { NETWORKS, TABLE_II, TABLE_IV } from 'captcha-lab/report';

describe('describeNetwork', () => {
  it("lists Table II as printed, with the first convolution's padding", () => {
    const { rows } = describeNetwork(TABLE_II);
    assert.deepEqual(
      rows.map(({ name, outputShape, parameters }) => [name, outputShape.join('x'), parameters]),
      [
        ['convolution_1', '38x21x256', 2560],
        ['convolution_2', '36x19x256', 590080],
        ['pooling_1', '18x9x256', 0],
        ['convolution_3', '16x7x512', 1180160],
        ['convolution_4', '14x5x512', 2359808],
        ['pooling_2', '7x2x512', 0],
        ['flatten', '7168', 0],
        ['fullyConnected_1', '512', 3670528],
        ['fullyConnected_2', '512', 262656],
        ['fullyConnected_3', '512', 262656],
        ['output', '19', 9747],
      ],
    );
  });

  it('counts the 1.4 billion operations of Table IV forward', () => {
    const { multiplyAdds } = describeNetwork(TABLE_IV);
    assert.equal(multiplyAdds, 706_753_536);
    assert.equal((2 * multiplyAdds) / 1e9 > 1.4, true);
  });

  it('agrees with what is built, layer by layer, at any width', () => {
    for (const spec of NETWORKS) {
      for (const width of [1 / 64, 1 / 10]) {
        const { rows, parameters } = describeNetwork(spec, { width });
        const model = buildModel(spec, { seed: 1, width });
        assert.equal(parameters, model.countParams(), spec.name);
        rows.forEach((row, index) => {
          const layer = model.layers[index];
          assert.deepEqual(
            [layer.name, layer.outputShape, layer.countParams()],
            [row.name, [null, ...row.outputShape], row.parameters],
          );
        });
        model.dispose();
      }
    }
  });

  it('scales every width but the output, and keeps at least one', () => {
    const widths = describeNetwork(TABLE_II, { width: 1 / 1024 }).rows.flatMap(({ width }) => width ?? []);
    assert.deepEqual(widths, [1, 1, 1, 1, 1, 1, 1, 19]);
  });

  it('refuses options out of range, naming them', () => {
    for (const width of [0, -1, NaN, Infinity]) {
      assert.throws(() => describeNetwork(TABLE_II, { width }), /width must be a fraction above 0/);
    }
    for (const name of ['classes', 'inputHeight', 'inputWidth']) {
      for (const value of [0, 1.5, NaN]) {
        assert.throws(
          () => describeNetwork(TABLE_II, { [name]: value }),
          new RegExp(`${name} must be a whole number`),
        );
      }
    }
  });

  it('refuses a picture of which the network leaves nothing, and names the layer', () => {
    assert.throws(() => describeNetwork(TABLE_II, { inputWidth: 13 }), /38 x 13 is too small.*pooling_2/);
    assert.doesNotThrow(() => describeNetwork(TABLE_II, { inputWidth: 14 }));
  });

  it('refuses a convolution behind a fully-connected layer', () => {
    const spec: NetworkSpec = {
      ...TABLE_II,
      layers: [{ kind: 'fullyConnected', units: 4 }, ...TABLE_II.layers],
    };
    assert.throws(() => describeNetwork(spec), /convolution_1 needs a picture/);
  });
});
