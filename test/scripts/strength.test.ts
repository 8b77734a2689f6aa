import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { encodePng, greyImage } from 'captcha-lab/image';
import { temporaryFolder } from '../data/temporaryFolder';
import { runScript, writeTinySet } from './strengthSet';

describe('npm run strength', () => {
  it('ends with 2 for wrong usage, naming the option, the value and the rule', (test) => {
    const here = temporaryFolder(test);
    const none = runScript(here, 'strength.ts');
    assert.deepEqual([none.status, none.stdout], [2, '']);
    assert.match(none.stderr, /missing required argument 'FOLDER'/);
    const few = runScript(here, 'strength.ts', 'set', '--labels', '5');
    assert.equal(few.status, 2);
    assert.match(few.stderr, /--labels.*'5' is invalid.*at least 20/);
  });

  it('lists every picture that it cannot use and trains nothing, with 1', async (test) => {
    const here = temporaryFolder(test);
    const set = path.join(here, 'set');
    await writeTinySet(set, 130);
    const [first] = readdirSync(set);
    copyFileSync(path.join(set, first), path.join(set, first.startsWith('aa') ? 'bb.png' : 'aa.png'));
    writeFileSync(path.join(set, 'ab-cut.png'), 'no picture');
    writeFileSync(path.join(set, 'abc-900.png'), await encodePng(greyImage(10, 10, new Uint8Array(100))));
    copyFileSync(path.join(set, first), path.join(set, 'Screenshot from Monday.png'));
    const { status, stdout, stderr } = runScript(here, 'strength.ts', 'set');
    assert.deepEqual([status, stdout], [1, '']);
    for (const problem of [/^ab-cut\.png: /m, /^abc-900\.png: .*one size, 48 x 24/m, /^Screenshot/m]) {
      assert.match(stderr, problem);
    }
    assert.match(stderr, /(aa|bb)\.png: identical pictures must have the same text/);
    assert.match(stderr, /error: 5 of 134 pictures in .* cannot be used.*--skip-bad goes on/);
    assert.ok(!existsSync(path.join(here, 'set-strength')));
  });

  it('says in one sentence what is wrong with a folder that holds nothing for it', async (test) => {
    const here = temporaryFolder(test);
    mkdirSync(path.join(here, 'empty'));
    const empty = runScript(here, 'strength.ts', 'empty');
    assert.equal(empty.status, 1);
    assert.match(empty.stderr, /empty: must hold pictures \(.*\) directly/);
    const absent = runScript(here, 'strength.ts', 'absent');
    assert.equal(absent.status, 1);
    assert.match(absent.stderr, /absent: must be a folder of pictures/);
    await writeTinySet(path.join(here, 'few'), 30);
    const few = runScript(here, 'strength.ts', 'few');
    assert.equal(few.status, 1);
    assert.match(few.stderr, /error: there must be 120 labelled pictures .* got 30/);
  });
});
