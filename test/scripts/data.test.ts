import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { writePictures } from '../data/pictures';
import { temporaryFolder } from '../data/temporaryFolder';

const ROOT = path.resolve(__dirname, '../..');

function data(...args: readonly string[]) {
  const env = { ...process.env, CAPTCHA_DATA: '', INIT_CWD: ROOT, DEBUG: '' };
  const all = ['--import', 'tsx', 'scripts/data.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: ROOT, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('npm run data', () => {
  it('imports, tells what it checked, and then what is there', async (test) => {
    const folder = temporaryFolder(test);
    const into = path.join(folder, 'data');
    const source = path.join(folder, 'mine');
    mkdirSync(source);
    await writePictures(source, '22222.png', '33333.png');
    const imported = data(source, '--into', into);
    assert.equal(imported.status, 0, imported.stderr);
    assert.match(imported.stdout, /^Imported 2 CAPTCHAs into .*captchas\.\nEvery picture was decoded/);
    assert.equal(imported.stderr, 'Unpacking: 2 of 2\nVerifying: 2 of 2\n');

    const again = data(source, '--into', into, '--json');
    assert.equal((JSON.parse(again.stdout) as { status: string }).status, 'identical');

    const survey = data('--into', into);
    assert.equal(survey.status, 0);
    assert.match(
      survey.stdout,
      /real CAPTCHAs +2 CAPTCHAs\n +EMNIST +none: npm run data -- gzip\.zip imports it\n +generated +none yet\n/,
    );
    assert.match(survey.stdout, /Notebooks read .*captchas\./);

    await writePictures(source, '33333.png');
    const refused = data(source, '--into', into);
    assert.deepEqual([refused.status, refused.stdout], [1, '']);
    assert.match(
      refused.stderr,
      /\nerror: Import: .*other data \(2 files: .*--replace.*captchas\.old-1\.\n$/,
    );
    const replaced = data(source, '--into', into, '--replace');
    assert.match(replaced.stdout, /What was there before is now .*captchas\.old-1\./);
    assert.deepEqual(readdirSync(into), ['captchas', 'captchas.old-1']);
  });

  it('tells what is there as JSON, and why a broken folder is of no use', (test) => {
    const into = temporaryFolder(test);
    mkdirSync(path.join(into, 'emnist'));
    writeFileSync(path.join(into, 'emnist', 'emnist-balanced-mapping.txt'), '');
    const survey = JSON.parse(data('--into', into, '--json').stdout) as Record<
      string,
      { counts: unknown; fault?: string }
    >;
    assert.equal(survey.captchas.counts, null);
    assert.match(survey.emnist.fault ?? '', /must hold the files of EMNIST balanced, got a folder without/);
  });

  it('leaves bad pictures out when asked, and goes back to generated ones', async (test) => {
    const folder = temporaryFolder(test);
    const into = path.join(folder, 'data');
    const source = path.join(folder, 'mine');
    mkdirSync(source);
    await writePictures(source, '22222.png', 'logo.png');
    const refused = data(source, '--into', into);
    assert.equal(refused.status, 1);
    assert.match(
      refused.stderr,
      /logo\.png: the name must begin.*\nTo import the others without them, add --skip-bad\.\n$/,
    );
    const imported = data(source, '--into', into, '--skip-bad');
    assert.match(
      imported.stdout,
      /^Imported 1 CAPTCHA into .*\nLeft out, as .*left-out\.json tells \(1\):\n {2}logo\.png: the name must/,
    );
    assert.match(
      data('--into', into).stdout,
      /1 CAPTCHA \(1 left out: .*left-out\.json\)[\s\S]*npm run data -- --generated/,
    );
    assert.match(
      data('--generated', '--into', into).stdout,
      /^From now on the generated CAPTCHAs are used\.\nThe imported ones are kept as .*captchas\.old-1; to use them again: npm run data -- .*captchas\.old-1\n$/,
    );
    assert.deepEqual(readdirSync(into), ['captchas.old-1']);
    assert.match(data('--generated', '--into', into).stdout, /^No CAPTCHAs are imported\. From now on/);
    assert.match(
      data('--generated', source).stderr,
      /^error: --generated takes no PATH, got .*mine; leave one of them out\.\n$/,
    );
  });

  it('fails with one line for what is not there, and helps', () => {
    const failed = data('no-such-file.zip');
    assert.deepEqual([failed.status, failed.stdout], [1, '']);
    assert.match(
      failed.stderr,
      /^error: Import: .*no-such-file\.zip: must be a zip archive or a folder, got nothing there\..*\n$/,
    );
    const help = data('--help');
    assert.equal(help.status, 0);
    assert.match(help.stdout, /Usage: npm run data -- \[options\] \[PATH\][\s\S]*Examples:/);
    assert.equal(data('--nonsense').status, 1);
  });
});
