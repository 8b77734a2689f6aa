import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { EXERCISES } from 'captcha-lab/exercises';
import { exerciseNotebook, isUntouched } from '../../scripts/exercises/exerciseNotebook';
import { moduleOf } from '../../scripts/exercises/moduleOf';
import { parseMaster } from '../../scripts/exercises/parseMaster';
import { runExercise } from '../../scripts/exercises/runExercise';
import { checkNotebook } from '../../scripts/notebook/checkNotebook';
import { joinText, readNotebook } from '../../scripts/notebook/notebookFile';
import { isChosen } from './slowExercises';

const FOLDER = path.join(__dirname, '..', '..', 'notebooks', 'exercises');
const LONGEST_LINE = 100;
const files = readdirSync(path.join(FOLDER, 'masters')).sort();
const checked = new Map<string, string>();

for (const file of files) {
  describe(`notebooks/exercises/masters/${file}`, () => {
    const cells = parseMaster(readFileSync(path.join(FOLDER, 'masters', file), 'utf8'));
    const names = cells.flatMap(({ kind, name }) => (kind === 'check' && name !== undefined ? [name] : []));

    it('has two to four exercises, each with a check of the library that no other notebook uses', () => {
      assert.ok(names.length >= 2 && names.length <= 4, `has ${names.length}`);
      for (const name of names) {
        assert.ok(name in EXERCISES, `the library has no check.${name}`);
        assert.equal(checked.get(name), undefined, `check.${name} is used twice`);
        checked.set(name, file);
      }
    });

    it("is what the student's copy was made from", async () => {
      const committed = await readNotebook(path.join(FOLDER, file.replace(/\.txt$/, '.ipynb')));
      const made = exerciseNotebook(cells, { form: 'student' });
      assert.deepEqual(committed, made, 'Make it anew: npm run exercises -- students');
      assert.ok(isUntouched(committed));
    });

    it('keeps the rules for notebooks in all its forms', () => {
      for (const form of ['student', 'solutions'] as const) {
        const notebook = exerciseNotebook(cells, { form });
        assert.deepEqual(checkNotebook(notebook, { folder: FOLDER, numbers: false }), []);
        const lines = notebook.cells
          .filter(({ cell_type }) => cell_type === 'code')
          .flatMap(({ source }) => joinText(source).split('\n'));
        assert.deepEqual(
          lines.filter((line) => line.length > LONGEST_LINE),
          [],
        );
        assert.ok(!JSON.stringify(notebook).includes('SOLUTION'));
      }
    });

    for (const name of names.filter(isChosen)) {
      it(`${name}: the solution passes, the stub does not and says so`, async () => {
        const solution = await runExercise(moduleOf(cells, { name, as: 'solution' }));
        assert.match(solution.get(name)?.message ?? 'its check did not run', /^✓ /);
        const stub = await runExercise(moduleOf(cells, { name, as: 'stub' }));
        assert.equal(stub.get(name)?.passed, false);
        assert.match(stub.get(name)?.message ?? '', /^(✗ .+|Not done yet.+)\.$/s);
      });
    }
  });
}

after(() => {
  assert.deepEqual(
    Object.keys(EXERCISES).filter((name) => !checked.has(name)),
    [],
    'checks that no notebook uses',
  );
});
