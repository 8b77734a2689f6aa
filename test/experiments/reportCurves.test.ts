import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { EXPERIMENTS, REPORT_CURVES, reportCurves } from 'captcha-lab/experiments';

describe('reportCurves', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-report-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('holds the seven curves, whose highest values and ends are those of the report', async () => {
    for (const name of REPORT_CURVES) {
      const curves = (await reportCurves(name))!;
      const { reported } = EXPERIMENTS.find((experiment) => experiment.name === name)!;
      const best = Math.max(...curves.valAccuracy);
      assert.ok(Math.abs(best - reported!.accuracy) < 1e-3, `${name}: ${best}`);
      assert.ok(Math.abs(curves.valAccuracy.at(-1)! - reported!.lastAccuracy!) < 1e-3, name);
      if (reported!.epoch !== undefined) {
        assert.equal(curves.valAccuracy.indexOf(best) + 1, reported!.epoch, name);
      }
    }
  });

  it('has none of what the authors kept no record of', async () => {
    assert.equal(await reportCurves('augmented'), undefined);
    assert.equal(await reportCurves('sgd-by-captcha'), undefined);
  });

  it('names the file that is missing or damaged', async () => {
    await assert.rejects(reportCurves('sgd', { folder }), /report-curves\.json: .* cannot be read \(ENOENT/);
    const file = path.join(folder, 'report-curves.json');
    await writeFile(file, '{ "format": "captcha-lab report curves 1", "curves": { "adam": {} } }');
    await assert.rejects(reportCurves('sgd', { folder }), /it does not hold the report's curves \(curves\./);
  });
});
