import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { checkNotebook } from '../../scripts/notebook/checkNotebook';
import { checkHeadingNumber, checkNumbers } from '../../scripts/notebook/checkNumbers';
import { fromText } from '../../scripts/notebook/fromText';
import { newNotebook } from '../../scripts/notebook/newNotebook';
import { readNotebook, type Notebook, type Output } from '../../scripts/notebook/notebookFile';

const FOLDER = path.join(__dirname, '..', '..', 'notebooks');

describe('the committed notebooks', () => {
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.ipynb'))) {
    it(`${file} keeps every rule`, async () => {
      const notebook = await readNotebook(path.join(FOLDER, file));
      assert.deepEqual(checkNotebook(notebook, { folder: FOLDER }), []);
      assert.deepEqual(checkHeadingNumber(file, notebook), []);
    });
  }
});

describe('checkNotebook', () => {
  const problems = (text: string, change: (notebook: Notebook) => void = () => undefined): string[] => {
    const notebook = fromText(text);
    change(notebook);
    return checkNotebook(notebook, { folder: FOLDER });
  };
  const good = '# %% [markdown]\ntext\n\n# %%\ncode();\n';
  const withOutput = (output: Output): string[] =>
    problems(good, ({ cells }) => {
      cells[1].outputs = [output];
    });

  it('has nothing to say about a sound notebook', () => {
    assert.deepEqual(problems(good), []);
    assert.deepEqual(withOutput({ output_type: 'stream', name: 'stdout', text: 'a/b 3/tmp/4\n' }), []);
  });

  it('finds what is left of the outline of a new notebook, in each of its cells', () => {
    const found = problems(newNotebook({ number: 16, title: 'Ours' }));
    assert.equal(found.length, 4, found.join('\n'));
    for (const problem of found) assert.match(problem, /^cell \d still has ".+" of a new notebook's outline/);
  });

  it('finds a second notebook of the same number, and none in the repository', () => {
    assert.deepEqual(checkNumbers(readdirSync(FOLDER)), []);
    const files = ['answers.ipynb', '06-network-variants.ipynb', '06-mine.ipynb', '07-x.txt', '07-y.ipynb'];
    assert.deepEqual(checkNumbers(files), [
      { file: '06-network-variants.ipynb', problem: 'has the number of 06-mine.ipynb; give it one of its own.' },
    ]);
  });

  it('finds a heading whose number is not that of the file', () => {
    const heading = (file: string, text: string) => checkHeadingNumber(file, fromText(`# %% [markdown]\n${text}\n`));
    assert.deepEqual(heading('06-x.ipynb', '# 6 · Larger'), []);
    assert.deepEqual(heading('answers.ipynb', '# Answers'), []);
    assert.deepEqual(heading('06-x.ipynb', '# 16 · Larger'), [
      'must begin with the heading "# 6 · …", as its file has that number; it begins with "# 16 · Larger".',
    ]);
    assert.match(heading('06-x.ipynb', '# Larger')[0], /begins with "# Larger"/);
    assert.match(heading('06-x.ipynb', 'Larger')[0], /begins with none/);
  });

  it('wants text before each code cell', () => {
    assert.match(problems('# %%\na\n')[0], /cell 1 has no text before it/);
    assert.match(problems('# %% [markdown]\nt\n\n# %%\na\n\n# %%\nb\n')[0], /cell 3 has no text/);
  });

  it('wants short cells, and none that is empty', () => {
    const long = Array.from({ length: 16 }, (_, line) => `line${line}();`).join('\n');
    assert.match(problems(`# %% [markdown]\nt\n\n# %%\n${long}\n`)[0], /16 lines of code; at most 15/);
    assert.match(problems('# %% [markdown]\n\n# %% [markdown]\nt')[0], /cell 1 is empty/);
  });

  it('wants lines that fit a page', () => {
    const wide = `call(${'1, '.repeat(40)});`;
    assert.match(problems(`# %% [markdown]\nt\n\n# %%\n${wide}\n`)[0], /a line of 127 characters; at most 100/);
  });

  it('wants numbers in prose that the code beside it prints', () => {
    assert.deepEqual(problems(good.replace('text', 'It reads 12.34%.')), [
      'cell 1 says 12.34%, which the code beside it does not print.',
    ]);
  });

  it('wants links to lead somewhere', () => {
    const links = '[a](02-preprocessing.ipynb#x) [b](#here) [c](https://x.org) `[d](no)` ![e](pictures/no.png)';
    assert.deepEqual(problems(`# %% [markdown]\n${links}`), [
      'cell 1 links to pictures/no.png, which does not exist.',
    ]);
  });

  it('finds what only a run on this machine leaves behind', () => {
    const count = problems(good, ({ cells }) => {
      cells[1].execution_count = 3;
    });
    assert.match(count[0], /keeps an execution count/);
    const home = { output_type: 'stream', name: 'stdout', text: 'at /home/someone/x.ts:1' } as const;
    assert.match(withOutput(home)[0], /path of somebody's machine: \/home\/someone\/x\.ts:1/);
    assert.match(problems('# %% [markdown]\nC:\\Users\\me')[0], /path of somebody's machine/);
    const figure = { data: [], layout: { title: { text: '/home/someone/captchas' } } };
    const found = withOutput({ output_type: 'display_data', data: { 'application/vnd.plotly.v1+json': figure } });
    assert.match(found[0], /path of somebody's machine: "?\/home\/someone/);
  });

  it('lets no failure, script or foreign data into the outputs', () => {
    assert.match(withOutput({ output_type: 'error', ename: 'E', evalue: '', traceback: [] })[0], /failed/);
    assert.match(withOutput({ output_type: 'stream', name: 'stderr', text: 'oh' })[0], /wrote to stderr/);
    const html = { 'text/html': '<script>1</script>' };
    assert.match(withOutput({ output_type: 'display_data', data: html })[0], /keeps a script/);
    const real = { 'text/plain': 'data     1070 CAPTCHAs, real data' };
    assert.match(withOutput({ output_type: 'display_data', data: real })[0], /other data than the generated/);
  });

  it('wants the kernel, the format, ids of their own and a modest size', () => {
    const found = problems(good, (notebook) => {
      notebook.metadata = {};
      notebook.nbformat_minor = 4;
      notebook.cells[1].id = notebook.cells[0].id;
      notebook.cells[1].outputs = [{ output_type: 'stream', name: 'stdout', text: 'x'.repeat(3e6) }];
    }).join('\n');
    assert.match(found, /must be of format 4\.5 .*is 4\.4/);
    assert.match(found, /must name the kernel tslab/);
    assert.match(found, /cell 2 needs an id of its own/);
    assert.match(found, /has 3\.0 MB; at most 2 MB/);
  });
});
