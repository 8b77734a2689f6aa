import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BenchCase, Contestant } from '../../scripts/bench/benchRow';
import { runCase } from '../../scripts/bench/runCase';

const program = (name: string, code: string, role: Contestant['role'] = 'ours'): Contestant => ({
  name,
  role,
  program: 'node',
  args: ['-e', code],
});
/** Answers the rounds with 1, 2, 3 … seconds. */
const WARM = `
  console.log(JSON.stringify({ ready: true, versions: { made: '1.0' } }));
  let round = 0;
  require('readline').createInterface({ input: process.stdin })
    .on('line', (line) => console.log(JSON.stringify({ wall: ++round, cpu: line === 'run' ? 2 : 9, peakMiB: 3 })));`;
const once = (sum: number): string =>
  `console.log('a warning'); console.log(JSON.stringify({ wall: 0.001, cpu: 0.002, peakMiB: 3, sum: ${sum}, versions: { made: '2.0' } }))`;
const bench = (
  way: BenchCase['way'],
  contestants: Contestant[],
  more: Partial<BenchCase> = {},
): BenchCase => ({
  name: 'made-up',
  title: 'made up',
  measure: 'wall',
  way,
  contestants,
  ...more,
});
const OPTIONS = { repeats: 2, python: undefined };

describe('a case by rounds', () => {
  it('asks the contestants in turn, each in one process', async () => {
    const said: string[] = [];
    const { contestants } = await runCase(bench('rounds', [program('a', WARM), program('b', WARM, 'peer')]), {
      ...OPTIONS,
      onRepetition: ({ name }, { wall }, round) => said.push(`${round} ${name} ${wall}`),
    });
    assert.deepEqual(said, ['1 a 1', '1 b 1', '2 a 2', '2 b 2']);
    assert.deepEqual(contestants[0], {
      name: 'a',
      role: 'ours',
      versions: { made: '1.0' },
      repetitions: [1, 2].map((wall) => ({ wall, cpu: 2, peakMiB: 3 })),
    });
  });

  it("leaves Python's out without one, and has its own count of rounds", async () => {
    const peer: Contestant = { ...program('b', WARM, 'peer'), program: 'python' };
    const { contestants } = await runCase(
      bench('rounds', [program('a', WARM), peer], { repeats: 3 }),
      OPTIONS,
    );
    assert.deepEqual(
      contestants.map(({ name, repetitions }) => [name, repetitions.length]),
      [['a', 3]],
    );
  });

  it('names a contestant that dies, with its last words, and lets the others end', async () => {
    const dies = "process.stdin.once('data', () => { console.error('out of ink'); process.exit(3); });";
    const later = program('b', `console.log('{"ready":true,"versions":{}}'); ${dies}`, 'peer');
    const run = (other: Contestant) => runCase(bench('rounds', [program('a', WARM), other]), OPTIONS);
    await assert.rejects(run(later), /^Error: b ended before it was asked to .*: out of ink$/s);
    await assert.rejects(
      run(program('b', "throw new Error('no ink')", 'peer')),
      /b ended .*: Error: no ink$/s,
    );
    await assert.rejects(run(program('b', '', 'peer')), /b ended .*: it said nothing/);
    const nowhere: Contestant = { ...program('c', ''), program: 'python' };
    const missing = runCase(bench('rounds', [nowhere]), { repeats: 1, python: '/nowhere/python' });
    await assert.rejects(missing, /c ended .*ENOENT/s);
  });

  it('refuses what is not of the protocol', async () => {
    const run = (code: string) => runCase(bench('rounds', [program('a', code)]), OPTIONS);
    await assert.rejects(run("console.log('Hello')"), /a printed "Hello", which it must not/);
    const says = (line: string): string =>
      `console.log('{"ready":true,"versions":{}}'); process.stdin.on('data', () => console.log('${line}'));`;
    await assert.rejects(run(says('{"wall":1}')), /a printed .*cpu/s);
    await assert.rejects(run(says('{"wall":1,"cpu":1,"speed":1}')), /a printed .*speed/s);
    await assert.rejects(run(says('{"wall":0,"cpu":1}')), /a printed .*wall/s);
  });
});

describe('a case by processes', () => {
  it('counts from start to exit, and keeps what the program timed', async () => {
    // Sixty milliseconds of work, however long a busy machine takes for them.
    const busy = `while (process.cpuUsage().user < 60_000); ${once(7)}`;
    const { contestants } = await runCase(bench('process', [program('a', busy)]), OPTIONS);
    const [{ wall, cpu, inner, sum }] = contestants[0].repetitions;
    assert.deepEqual([inner, sum], [{ wall: 0.001, cpu: 0.002 }, 7]);
    assert.ok(wall > 0.06 && wall < 60, String(wall));
    assert.ok(process.platform === 'win32' || (cpu > 0.04 && cpu < 60), String(cpu));
    assert.deepEqual(contestants[0].versions, { made: '2.0' });
  });

  it('believes the clock of a program that measures itself, and counts its processors', async () => {
    const { contestants } = await runCase(bench('program', [program('a', once(7))]), OPTIONS);
    const [{ wall, cpu, inner }] = contestants[0].repetitions;
    assert.deepEqual([wall, inner], [0.001, undefined]);
    // Starting a Node takes more than the program says of itself.
    assert.ok(process.platform === 'win32' || cpu > 0.002, String(cpu));
  });

  it('refuses times of different work', async () => {
    const two = [program('a', once(7)), program('b', once(8), 'peer')];
    await assert.rejects(
      runCase(bench('program', two), OPTIONS),
      /case made-up: .* the sum of a is 7 and that of b 8; times of different work cannot be compared/,
    );
  });

  it('names a program that fails, or is not there', async () => {
    const fails = program('a', "console.error('out of paper'); process.exit(4)");
    await assert.rejects(runCase(bench('process', [fails]), OPTIONS), /a failed .*: out of paper/s);
    const nowhere: Contestant = { ...program('c', ''), program: 'python' };
    const missing = runCase(bench('process', [nowhere]), { repeats: 1, python: '/nowhere/python' });
    await assert.rejects(missing, /c (failed|does not start)/);
  });
});
