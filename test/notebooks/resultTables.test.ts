import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { EXPERIMENTS } from 'captcha-lab/experiments';
import { fromText } from '../../scripts/notebook/fromText';
import { resultTables, sectionOf } from '../../scripts/notebook/resultTables';

const folder = path.join(__dirname, '..', '..', 'data', 'results');
const row = (label: string, reported: string, ours: string, notebook = '05.ipynb') => ({
  ...{ id: label, label, reported, ours, notebook },
});
const sections = new Map([
  ['05.ipynb', 'VI'],
  ['01.ipynb', 'III'],
]);

describe('resultTables', () => {
  it('begins with the nine experiments, each with a verdict', async () => {
    const { experiments } = await resultTables([], { folder, sections, comparable: true });
    assert.equal(experiments.length, EXPERIMENTS.length);
    assert.ok(experiments.every(({ verdict, section }) => verdict !== '' && section !== ''));
    assert.deepEqual([experiments[0].section, experiments.at(-1)?.section], ['V.A', 'VI']);
  });

  it('parts what the report has, by its sections, from what it has not', async () => {
    const rows = [
      row('p^5', '73.04%', '70.04%'),
      row('mine', 'not tried', '12.00%'),
      row('rows', '19/19', '19/19', '01.ipynb'),
      row('sgd, recorded (paper)', '88.52%', '88.05%'),
    ];
    const { reported, beyond } = await resultTables(rows, { folder, sections, comparable: true });
    assert.deepEqual(
      reported.map(({ section, measured, verdict }) => [section, measured, verdict]),
      [
        ['III', 'rows', 'equal'],
        ['VI', 'p^5', '3.0 points below'],
      ],
    );
    assert.deepEqual(
      beyond.map(({ measured }) => measured),
      ['mine'],
    );
  });

  it('gives no verdict on other pictures than the report had, but of what is equal', async () => {
    const rows = [row('p^5', '73.04%', '70.04%'), row('rows', '19/19', '19/19')];
    const { reported } = await resultTables(rows, { folder, sections, comparable: false });
    assert.deepEqual(
      reported.map(({ verdict }) => verdict),
      ['', 'equal'],
    );
  });
});

describe('sectionOf', () => {
  it("reads a notebook's section of the report from the table of its heading", () => {
    const heading = (text: string) => sectionOf(fromText(`# %% [markdown]\n# 1\n\n| Report | ${text} |`));
    assert.equal(heading('section V.A: Tables II to VI'), 'V.A');
    assert.equal(heading('sections V and VI, all of it'), 'V');
    assert.equal(heading('nothing'), '');
  });
});
