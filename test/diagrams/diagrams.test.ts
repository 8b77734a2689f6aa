import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeNetwork } from 'captcha-lab/model';
import { NETWORKS } from 'captcha-lab/report';
import { convolutionDiagram } from '../../lib/diagrams/convolutionDiagram';
import { ctcDiagram } from '../../lib/diagrams/ctcDiagram';
import { gradCamDiagram } from '../../lib/diagrams/gradCamDiagram';
import { networkDiagram } from '../../lib/diagrams/networkDiagram';
import { paddingDiagram } from '../../lib/diagrams/paddingDiagram';
import { poolingDiagram } from '../../lib/diagrams/poolingDiagram';

/** The texts of a diagram, in order. */
const textsOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

describe('diagrams', () => {
  it('a convolution is computed from the numbers it is given, and does not turn its kernel', () => {
    const { description } = convolutionDiagram(
      [
        [1, 2],
        [3, 4],
      ],
      { kernel: [[10, 1]], at: [1, 0] },
    );
    assert.match(description, /added up to 34\. .+ answers of 2 x 1: 12; 34\.$/);
  });

  it('a convolution refuses a place where the kernel does not fit', () => {
    assert.throws(
      () => convolutionDiagram([[1, 2]], { kernel: [[1, 1]], at: [0, 1] }),
      /convolutionDiagram: at must be from \[0, 0\] to \[0, 0\], got \[0, 1\]/,
    );
  });

  it('valid loses the kernel less one, same nothing', () => {
    const { svg } = paddingDiagram({ size: 6, kernel: 5 });
    assert.ok(textsOf(svg).includes('6 − 5 + 1 = 2'));
    assert.ok(textsOf(svg).includes('6 + 2 · 2 − 5 + 1 = 6'));
    assert.throws(() => paddingDiagram({ size: 4, kernel: 2 }), /kernel must be odd .+ got 2/);
  });

  it('pooling drops a last odd row and column', () => {
    const { description } = poolingDiagram([
      [1, 2, 9],
      [3, 0, 9],
      [9, 9, 9],
    ]);
    assert.match(description, /become 3\.$/);
  });

  it("every network of the report can be drawn, with the model's own shapes and parameters", () => {
    for (const network of NETWORKS) {
      const { rows, parameters } = describeNetwork(network);
      const { svg } = networkDiagram({ input: network.input!, rows, title: network.name });
      const texts = textsOf(svg);
      for (const { outputShape } of rows) assert.ok(texts.includes(outputShape.join(' x ')), network.name);
      assert.ok(texts.includes(parameters.toLocaleString('en-US')));
    }
  });

  it('Grad-CAM weights each map by the mean of its gradient and drops what is below 0', () => {
    const one = (value: number): number[][] => [
      [value, value],
      [value, 0],
    ];
    const { description } = gradCamDiagram({ maps: [one(1), one(2)], gradients: [one(4), one(-2)] });
    assert.match(description, /weight of a map: 3 and −1\.5\. .+ added up to 0, 0, 0, 0; /);
  });

  it('CTC takes rows that spell one text, and no others', () => {
    assert.match(
      ctcDiagram([
        ['a', '', 'a'],
        ['a', '', 'a'],
      ]).description,
      /both spell "aa"/,
    );
    assert.throws(
      () =>
        ctcDiagram([
          ['a', '', 'a'],
          ['a', 'a', ''],
        ]),
      /paths must spell one text, got \["aa","a"\]/,
    );
  });
});
