import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { spawnSync } from 'node:child_process';
import { exerciseNotebook, type Form } from '../../scripts/exercises/exerciseNotebook';
import { listMasters, type Master } from '../../scripts/exercises/listMasters';
import { moduleOf } from '../../scripts/exercises/moduleOf';
import { typeProblems } from '../../scripts/exercises/typeProblems';
import { jupyterEnvironment, jupyterPython } from '../../scripts/jupyter';
import { executeNotebook } from '../../scripts/notebook/executeNotebook';
import { joinText, readNotebook, writeNotebook, type Output } from '../../scripts/notebook/notebookFile';

const ROOT = path.join(__dirname, '..', '..');
const MASTERS = path.join(ROOT, 'notebooks', 'exercises', 'masters');
const PYTHON = jupyterPython(ROOT);
const skip = existsSync(PYTHON) ? false : 'no .venv: `npm run setup` makes it';

/** What notebooks import is the compiled library. */
before(() => {
  const { status } = spawnSync(process.execPath, ['scripts/setup.mjs', '--only', 'library'], { cwd: ROOT });
  assert.equal(status, 0, 'the library does not compile');
});

describe('types of the exercise notebooks, by the compiler of the tslab kernel', () => {
  for (const as of ['solution', 'stub'] as const) {
    it(`${as}s have none that is wrong`, async () => {
      const masters = await listMasters(MASTERS);
      const sources = masters.map(({ stem, cells }) => ({
        name: `${stem}-${as}`,
        code: moduleOf(cells, { as }),
      }));
      assert.deepEqual(typeProblems(sources), []);
    });
  }

  it('a wrong one is found', () => {
    const code =
      "import { check } from 'captcha-lab/exercises';\ncheck.otsu((image: string) => image.length);";
    assert.match(typeProblems([{ name: 'wrong', code }])[0] ?? '', /^wrong, line 2: .*not assignable/);
  });
});

describe('exercise notebooks in a real Jupyter', { skip }, () => {
  let folder = '';
  before(async () => {
    await mkdir(path.join(ROOT, '.cache'), { recursive: true });
    folder = await mkdtemp(path.join(ROOT, '.cache', 'exercises-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function outputsOf({ stem, cells }: Master, form: Form): Promise<Output[]> {
    const file = path.join(folder, `${stem}-${form}.ipynb`);
    const result = path.join(folder, `${stem}-${form}-run.ipynb`);
    await writeNotebook(file, exerciseNotebook(cells, { form }));
    const env = jupyterEnvironment(ROOT);
    const failure = await executeNotebook(file, { result, folder, python: PYTHON, env });
    assert.equal(failure, undefined, JSON.stringify(failure));
    return (await readNotebook(result)).cells.flatMap(({ outputs }) => outputs ?? []);
  }
  const said = (outputs: readonly Output[], stream: string): string[] =>
    outputs.filter(({ name }) => name === stream).flatMap(({ text }) => joinText(text).trim().split('\n'));

  it('all solutions of 2 and 4a pass, and nothing goes to the error stream', async () => {
    for (const master of await listMasters(MASTERS, { only: '2,4a' })) {
      const outputs = await outputsOf(master, 'solutions');
      assert.equal(said(outputs, 'stdout').filter((line) => line.startsWith('✓')).length, 4);
      assert.deepEqual(said(outputs, 'stderr'), []);
    }
  });

  it("the student's copy of 4a runs to its end, and says four times that nothing is done", async () => {
    const [master] = await listMasters(MASTERS, { only: '4a' });
    const outputs = await outputsOf(master, 'student');
    const words = said(outputs, 'stderr');
    assert.equal(words.length, 4);
    assert.ok(
      words.every((line) => line.startsWith('Not done yet')),
      words.join('\n'),
    );
  });
});
