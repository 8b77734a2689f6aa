import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../data/temporaryFolder';
import { experiments } from './experimentsCommand';

describe('npm run experiments', () => {
  it('lists the nine, their figures and the audits', (test) => {
    const { status, stdout } = experiments(temporaryFolder(test));
    assert.equal(status, 0);
    for (const name of [
      'adam',
      'sgd',
      'dropout25',
      'dropout50',
      'smaller',
      'bigger',
      'emnist',
      'augmented',
      'final',
    ]) {
      assert.match(stdout, new RegExp(`^${name} .* Table `, 'm'));
    }
    assert.match(stdout, /^adam-scaled /m);
  });

  it('plans the share of a task without touching anything', (test) => {
    const here = temporaryFolder(test);
    const plans = ['0/2', '1/2'].map((task) => {
      const { stdout } = experiments(here, 'all', '--seeds', '2', '--task', task, '--plan', '--json');
      return (JSON.parse(stdout) as { run: string }[]).map(({ run }) => run);
    });
    assert.equal(new Set(plans.flat()).size, 18);
    assert.equal(plans.flat().length, 18);
    assert.deepEqual(readdirSync(here), []);
  });

  const mistakes: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown experiment', ['sgdd'], /no experiment "sgdd"; there are adam, sgd/],
    [
      'an unknown profile',
      ['sgd', '--profile', 'fast'],
      /'fast' is invalid. Allowed choices are quick, narrow, study, paper/,
    ],
    ['no seeds', ['sgd', '--seeds', '0'], /'0' is invalid. It must be a number of seeds from 1/],
    ['seeds that are none', ['sgd', '--seeds', '1,x'], /It must be a number of seeds/],
    ['a task beyond the last', ['sgd', '--task', '8/8'], /It must be I\/N with I from 0 to N - 1/],
    ['a data folder that is not there', ['sgd', '--data', 'nowhere'], /nowhere/],
    [
      'nothing to compare',
      ['--results', 'nowhere', '--compare'],
      /no results of the nine experiments in .*nowhere; make some/,
    ],
    [
      'a plan on data that are not there',
      ['sgd', '--plan', '--data', 'nowhere'],
      /--data names .*nowhere, which is not there; name/,
    ],
    [
      'a plan on handwriting that is not there',
      ['emnist', '--plan', '--emnist', 'no'],
      /--emnist names .*no, which is not there/,
    ],
    ['nothing to export', ['--results', 'nowhere', '--export', 'csv'], /no results to export/],
  ];
  for (const [what, args, message] of mistakes) {
    it(`says in one line what is wrong with ${what}`, (test) => {
      const here = temporaryFolder(test);
      const { status, stderr, stdout } = experiments(here, ...args);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
      // The folder of results may have been made; nothing lies in it.
      assert.deepEqual(existsSync(path.join(here, 'csv')), false);
    });
  }

  it('says when results cannot be written, before any work', (test) => {
    const here = temporaryFolder(test);
    writeFileSync(path.join(here, 'file'), 'mine');
    const { status, stderr } = experiments(here, 'sgd', '--results', 'file');
    assert.equal(status, 1);
    assert.match(stderr, /^error: The results folder must be one that can be written, got .*file/);
    assert.equal(readFileSync(path.join(here, 'file'), 'utf8'), 'mine');
  });
});
