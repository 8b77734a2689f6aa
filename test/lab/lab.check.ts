import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { jupyterEnvironment, jupyterPython } from '../../scripts/jupyter';
import { kernelHint } from '../../scripts/lab/kernelHint';
import { labInBrowser, type LabInBrowser } from './labInBrowser';

const ROOT = path.resolve(__dirname, '../..');
const NAMES = ['01-the-data-set.ipynb', '08-generated-characters.ipynb'];

describe('npm run lab', { timeout: 600_000 }, () => {
  let folder: string;
  let lab: LabInBrowser;

  before(async () => {
    mkdirSync(path.join(ROOT, '.cache'), { recursive: true });
    folder = mkdtempSync(path.join(ROOT, '.cache', 'lab-check-'));
    for (const name of NAMES) copyFileSync(path.join(ROOT, 'notebooks', name), path.join(folder, name));
    lab = await labInBrowser(folder);
  });

  after(async () => {
    await lab.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const name of NAMES) {
    it(`leaves ${name} as it was when it is only opened and saved, and asks nothing about news`, async () => {
      const page = await lab.open(name);
      await sleep(4000);
      assert.equal(await page.getByText(/Jupyter news/).count(), 0);
      await page.evaluate('jupyterapp.commands.execute("docmanager:save")');
      await sleep(3000);
      const [was, is] = [path.join(ROOT, 'notebooks', name), path.join(folder, name)];
      assert.equal(readFileSync(is, 'utf8'), readFileSync(was, 'utf8'));
      await page.close();
    });
  }

  it('sends the browser nowhere else', () => {
    assert.deepEqual(lab.strangers, []);
  });

  it(
    'opens the address with its token in the browser, not a file',
    { skip: process.platform === 'win32' },
    async () => {
      const said = path.join(folder, 'opened');
      const browser = path.join(folder, 'browser');
      writeFileSync(browser, `#!/bin/sh\necho "$@" > '${said}.part' && mv '${said}.part' '${said}'\n`, {
        mode: 0o755,
      });
      const args = ['--import', 'tsx', 'scripts/lab.ts', `--ServerApp.root_dir=${folder}`];
      const env = { ...process.env, BROWSER: browser };
      const server = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'ignore' });
      const ended = once(server, 'exit');
      for (let tries = 0; tries < 600 && !existsSync(said); tries++) await sleep(200);
      server.kill('SIGTERM');
      await ended;
      assert.match(readFileSync(said, 'utf8'), /^http:\/\/(localhost|127\.0\.0\.1):\d+\/lab\?token=\w+$/m);
    },
  );

  it('says where its kernel is, and a Jupyter of one own takes it from there', () => {
    const [kernel] = kernelHint(ROOT).split('\n');
    const prefix = path.join(folder, 'own');
    const call = (...args: string[]) =>
      execFileSync(jupyterPython(ROOT), ['-I', '-m', 'jupyter_client.kernelspecapp', ...args], {
        env: { ...jupyterEnvironment(ROOT), JUPYTER_PATH: path.join(prefix, 'share', 'jupyter') },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    call('install', `--prefix=${prefix}`, '--name=captcha-lab', kernel);
    const { kernelspecs } = JSON.parse(call('list', '--json')) as {
      kernelspecs: Record<string, { spec: { display_name: string; argv: string[] } }>;
    };
    const { display_name: name, argv } = kernelspecs['captcha-lab'].spec;
    assert.equal(name, 'TypeScript');
    assert.ok(
      argv.slice(0, 2).every((file) => existsSync(file)),
      argv.join(' '),
    );
  });
});
