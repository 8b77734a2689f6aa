import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkSaidNumbers } from '../../scripts/notebook/checkSaidNumbers';
import { fromText } from '../../scripts/notebook/fromText';

/** What is wrong with prose after a cell with this code and this output. */
const problems = (prose: string, { code = 'code();', output = '' } = {}): string[] => {
  const notebook = fromText(`# %% [markdown]\nfirst\n\n# %%\n${code}\n\n# %% [markdown]\n${prose}\n`);
  notebook.cells[1].outputs = [{ output_type: 'stream', name: 'stdout', text: output }];
  return checkSaidNumbers(notebook);
};

describe('checkSaidNumbers', () => {
  it('finds the number that no cell beside the prose prints', () => {
    const said = 'Its loss climbs from 1.7 to 14.4, and 96% are read, 940/1063.';
    assert.deepEqual(problems(said), [
      'cell 3 says 1.7, which the code beside it does not print.',
      'cell 3 says 14.4, which the code beside it does not print.',
      'cell 3 says 96%, which the code beside it does not print.',
      'cell 3 says 940/1063, which the code beside it does not print.',
    ]);
    assert.deepEqual(problems(said, { output: 'loss 1.70, then 14.38; 95.9% are 940/1063' }), []);
  });

  it('lets prose round, never sharpen', () => {
    assert.deepEqual(problems('About 44%, or 7.1.', { output: '0.4402 and 7.08' }), []);
    assert.equal(problems('It is 44.0%.', { output: '44%' }).length, 0);
    assert.equal(problems('It is 44.1%.', { output: '44%' }).length, 1);
    assert.equal(problems('It is 120.', { output: '1200' }).length, 1);
  });

  it('takes numbers from the code and from tables, with or without commas', () => {
    assert.deepEqual(problems('The 8,389,120 weights at 1,000 steps.', { code: 'f(1000)', output: '8389120' }), []);
  });

  it("knows the report's numbers, and leaves names, years, links and code alone", () => {
    const names = 'Table II, Figure 4, 88.52% and 5,350 in 2018, `0.123`, [a](x-999.html), arXiv:2402.05417.';
    assert.deepEqual(problems(names), []);
  });

  it('accepts a number that the cell marks as given, and no other', () => {
    assert.deepEqual(problems('At 3,000 pictures 12.5%. <!-- given: 3,000 (the study) -->'), [
      'cell 3 says 12.5%, which the code beside it does not print.',
    ]);
  });

  it('holds prose to words that it rests on', () => {
    const said = 'Dead, as it says. <!-- printed: the network is dead -->';
    assert.match(problems(said)[0], /rests on "the network is dead"/);
    assert.deepEqual(problems(said, { output: 'Epoch 3: the network is dead' }), []);
  });

  it('reads a figure by its description, and looks no farther than the next code on either side', () => {
    const notebook = fromText('# %% [markdown]\na\n\n# %%\none;\n\n# %% [markdown]\nb\n\n# %%\ntwo;\n\n# %% [markdown]\n77.7%\n');
    const figure = { output_type: 'display_data', data: {}, metadata: { 'captcha-lab': { description: '77.7 %' } } } as const;
    notebook.cells[1].outputs = [figure];
    assert.equal(checkSaidNumbers(notebook).length, 1);
    notebook.cells[3].outputs = [figure];
    assert.deepEqual(checkSaidNumbers(notebook), []);
  });
});
