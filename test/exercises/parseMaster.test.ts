import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exerciseNotebook, isUntouched } from '../../scripts/exercises/exerciseNotebook';
import { moduleOf } from '../../scripts/exercises/moduleOf';
import { parseMaster } from '../../scripts/exercises/parseMaster';
import { joinText } from '../../scripts/notebook/notebookFile';

const MASTER = `# %% [markdown]
Task

# %% solution otsu
function f(): number {
  // ### BEGIN SOLUTION
  const one = 1;
  return one;
  // ### END SOLUTION
}

# %% [markdown]
Hint

# %% check otsu 3
check.otsu(f);
`;

const codeOf = (form: 'student' | 'solutions' | 'nbgrader'): string[] =>
  exerciseNotebook(parseMaster(MASTER), { form })
    .cells.filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => joinText(source));

describe('a master', () => {
  it('becomes stubs, solutions and what nbgrader clears itself', () => {
    assert.equal(codeOf('student')[0], 'function f(): number {\n  todo();\n}');
    assert.equal(codeOf('solutions')[0], 'function f(): number {\n  const one = 1;\n  return one;\n}');
    assert.match(codeOf('nbgrader')[0], /### BEGIN SOLUTION/);
  });

  it('tells nbgrader what may be written and what is worth points', () => {
    const { cells } = exerciseNotebook(parseMaster(MASTER), { form: 'nbgrader' });
    const [task, solution, , check] = cells.map(
      ({ metadata }) => metadata.nbgrader as Record<string, unknown>,
    );
    assert.deepEqual([task.locked, solution.locked, check.locked], [true, false, true]);
    assert.deepEqual([solution.solution, solution.grade], [true, false]);
    assert.deepEqual([check.grade, check.points, check.grade_id], [true, 3, 'check-otsu']);
  });

  it('knows a copy in which somebody has worked', () => {
    const notebook = exerciseNotebook(parseMaster(MASTER), { form: 'student' });
    assert.equal(isUntouched(notebook), true);
    notebook.cells[1].source = ['function f(): number {\n', '  return 7;\n', '}'];
    assert.equal(isUntouched(notebook), false);
  });

  it('gives the code before a check, the exercise itself as asked', () => {
    assert.match(
      moduleOf(parseMaster(MASTER), { name: 'otsu', as: 'stub' }),
      /todo\(\);\n\}\ncheck\.otsu\(f\);$/,
    );
    assert.throws(() => moduleOf(parseMaster(MASTER), { name: 'dilate', as: 'stub' }), /no check dilate/);
  });

  for (const [what, text, says] of [
    ['an unknown marker', '# %% solve otsu', /line 1: "# %% solve otsu" is unknown/],
    ['text before the first cell', 'hello', /line 1: text before the first cell/],
    ['a solution without a region', '# %% solution otsu\nf();', /otsu: a solution stands between/],
    [
      'a region that is not closed',
      '# %% solution otsu\n// ### BEGIN SOLUTION',
      /otsu: a solution stands between/,
    ],
    [
      'a check without a solution',
      '# %% check otsu 3\ncheck.otsu(f);',
      /otsu: its check has no solution before it/,
    ],
    [
      'a solution without a check',
      MASTER.slice(0, MASTER.indexOf('# %% check')),
      /otsu: has a solution and no check/,
    ],
    [
      'a check that calls another',
      MASTER.replace('check.otsu(f)', 'check.dilate(f)'),
      /must call check\.otsu/,
    ],
    ['a solution that everybody gets', '# %%\n// ### BEGIN SOLUTION', /stands outside of a solution/],
  ] as const) {
    it(`is refused for ${what}`, () => {
      assert.throws(() => parseMaster(text), says);
    });
  }
});
