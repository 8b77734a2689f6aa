import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { jupyterEnvironment } from '../../scripts/jupyter';
import { fromText } from '../../scripts/notebook/fromText';
import { joinText, writeNotebook } from '../../scripts/notebook/notebookFile';
import { runNotebooks } from '../../scripts/notebook/walkthrough';
import { PYTHON, ROOT, runTexts, scratch, skip } from './runTexts';

// Six Jupyters, one after the other or two at a time: too long for `npm test`, which has one that works.

describe('a notebook with a fault', { skip, concurrency: 2 }, () => {
  const cases = [
    { fault: 'a type error', code: "const one: number = 'one';", error: /1:7 - Type 'string' is not assignable/ },
    { fault: 'a throw', code: "throw new Error('thrown');", error: /Error: thrown/ },
    { fault: 'a rejected promise', code: "await Promise.reject(new Error('rejected'));", error: /rejected/ },
    { fault: 'a rejected promise that nobody awaits', code: "void Promise.reject(new Error('stray'));", error: /stray/ },
    { fault: 'a kernel that ends', code: 'process.exit(3);', error: /ended by itself \(exit code 3\)/ },
  ];
  for (const { fault, code, error } of cases) {
    it(`${fault} stops the run and is named with its cell`, async () => {
      const folder = await scratch();
      try {
        const good = '# %% [markdown]\ntext\n\n# %%\n1 + 1;\n';
        const runs = await runTexts({ '01-bad.ipynb': `${good}\n# %%\n${code}\n\n# %%\n2;\n`, '02-next.ipynb': good }, folder);
        assert.deepEqual(
          runs.map(({ state }) => state),
          ['failed', 'not run'],
        );
        assert.match(runs[0].failure!, /^01-bad\.ipynb, cell 2 of 3: /);
        assert.ok(runs[0].failure!.includes(code), runs[0].failure);
        assert.match(runs[0].failure!, error);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }

  it('an interrupt ends the kernel and leaves nothing running', async () => {
    const folder = await scratch();
    const controller = new AbortController();
    try {
      const text = '# %%\nconsole.log(process.pid);\n\n# %%\nawait new Promise((resolve) => setTimeout(resolve, 3600_000));\n';
      await writeNotebook(path.join(folder, '01-long.ipynb'), fromText(text));
      const [ran] = await runNotebooks({
        folder,
        notebooks: [{ number: 1, file: '01-long.ipynb' }],
        python: PYTHON,
        env: jupyterEnvironment(ROOT),
        work: path.join(folder, 'work'),
        signal: controller.signal,
        onCell: (_, number) => {
          if (number !== 2) return;
          setTimeout(() => {
            controller.abort();
          }, 200);
        },
      });
      assert.match(ran.failure!, /interrupted/);
      const pid = Number(joinText(ran.notebook.cells[0].outputs?.[0].text));
      assert.ok(pid > 0);
      assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
