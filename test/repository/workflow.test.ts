import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';

const ROOT = path.resolve(__dirname, '../..');

interface Workflow {
  readonly jobs: {
    readonly commands: {
      readonly strategy: { readonly matrix: { readonly os: string[]; readonly node: number[] } };
      readonly steps: readonly { readonly run?: string; readonly uses?: string }[];
    };
  };
}

describe('the workflow of continuous integration', () => {
  const text = readFileSync(path.join(ROOT, '.github/workflows/ci.yml'), 'utf8');
  const { strategy, steps } = (parse(text) as Workflow).jobs.commands;

  it("runs the README's two commands on Linux and macOS, under each Node that package.json supports", () => {
    const { engines } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      engines: { node: string };
    };
    const supported = engines.node.match(/\d+(?=\.\d+\.\d+)/g)?.map(Number);
    assert.deepEqual(strategy.matrix.node, supported);
    assert.deepEqual(
      strategy.matrix.os.map((os) => os.replace(/-.*/, '')),
      ['ubuntu', 'macos'],
    );
    const commands = steps.map(({ run }) => run).filter(Boolean);
    assert.deepEqual(commands.slice(-2), ['npm test', 'npm start']);
  });
});
