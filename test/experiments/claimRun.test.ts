import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { claimRun } from 'captcha-lab/experiments';
import { temporaryFolder } from '../data/temporaryFolder';

const RUN = { experiment: 'sgd', profile: 'quick', seed: 1 } as const;

describe('claimRun', () => {
  it('gives a run to one process at a time, and others meanwhile', async (test) => {
    const folder = path.join(temporaryFolder(test), 'results');
    const claim = await claimRun(folder, RUN);
    assert.ok(claim);
    assert.equal(await claimRun(folder, RUN), undefined);
    const other = await claimRun(folder, { ...RUN, seed: 2 });
    assert.ok(other);
    await Promise.all([claim.release(), other.release()]);
    const again = await claimRun(folder, RUN);
    assert.ok(again);
    await again.release();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('takes over the claim of a process that died, but not that of one that lives', async (test) => {
    const folder = temporaryFolder(test);
    const dead = path.join(folder, 'sgd-quick-seed1.claim');
    mkdirSync(dead);
    assert.equal(await claimRun(folder, RUN, { staleAfter: 20 }), undefined);
    const past = new Date(Date.now() - 21_000);
    utimesSync(dead, past, past);
    const claim = await claimRun(folder, RUN, { staleAfter: 20 });
    assert.ok(claim);
    await claim.release();
  });

  it('waits for a claim to go stale when it is patient', async (test) => {
    const folder = temporaryFolder(test);
    mkdirSync(path.join(folder, 'sgd-quick-seed1.claim'));
    const claim = await claimRun(folder, RUN, { staleAfter: 2, patient: true });
    assert.ok(claim);
    await claim.release();
  });

  it('names the folder when it cannot be made', async (test) => {
    const file = path.join(temporaryFolder(test), 'file');
    writeFileSync(file, '');
    await assert.rejects(claimRun(path.join(file, 'results'), RUN), (error: Error) => {
      assert.match(error.message, /The results folder must be one that can be written, got .*file.results/);
      return true;
    });
  });
});
