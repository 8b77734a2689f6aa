import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { frequencies, loadCaptchas, TABLE_I } from 'captcha-lab/report';
import {
  ensureGeneratedSet,
  GENERATED_COUNT,
  GENERATED_SEED,
  generateSet,
  readSetManifest,
  type EnsureGeneratedSetOptions,
} from 'captcha-lab/generator';
import { assertSameImage } from '../assertSameImage';
import { temporaryFolder } from '../data/temporaryFolder';
import { sha256 } from './kaptchaFixture';

const options: EnsureGeneratedSetOptions = { count: 24, seed: 5 };

/** Every file below `folder` and its hash. */
function snapshot(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((file) => [path.relative(folder, file), sha256(readFileSync(file))]));
}

function startProcess(folder: string, count: number): ChildProcess {
  const args = ['--import', 'tsx', path.join(__dirname, 'drawSetProcess.ts'), folder, `${count}`, '5'];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) =>
    child.once('exit', (code) => {
      resolve(code);
    }),
  );

describe('ensureGeneratedSet', () => {
  it('draws pictures that the loader reads, named by text, with a manifest', async (test) => {
    const folder = path.join(temporaryFolder(test), 'new', 'set');
    const seen: number[] = [];
    const result = await ensureGeneratedSet(folder, {
      ...options,
      onProgress: ({ done, total }) => {
        seen.push(done / total);
      },
    });
    assert.equal(result, folder);
    assert.deepEqual([seen.length, seen[0], seen.at(-1)], [24, 1 / 24, 1]);
    const captchas = await loadCaptchas(folder);
    const expected = new Map(
      [...generateSet({ count: 24, seed: 5 })].map(({ captcha }) => [captcha.text, captcha]),
    );
    assert.deepEqual(
      captchas.map(({ label }) => label),
      [...expected.keys()].sort(),
    );
    for (const { label, image } of captchas) assertSameImage(image, expected.get(label)!.image, label);
    const manifest = await readSetManifest(folder);
    for (const { file, bytes, sha256: hash } of manifest?.pictures ?? []) {
      assert.deepEqual([bytes, hash], [statSync(path.join(folder, file)).size, snapshot(folder)[file]]);
    }
    assert.deepEqual(readdirSync(path.dirname(folder)), ['set']);
  });

  it('leaves a whole set alone', async (test) => {
    const folder = path.join(temporaryFolder(test), 'set');
    await ensureGeneratedSet(folder, options);
    const before = statSync(folder, { bigint: true }).mtimeNs;
    let drawn = 0;
    await ensureGeneratedSet(folder, {
      ...options,
      onProgress: () => {
        drawn++;
      },
    });
    assert.equal(drawn, 0);
    assert.equal(statSync(folder, { bigint: true }).mtimeNs, before);
  });

  it('repairs a set with files missing, cut short or without its manifest being complete', async (test) => {
    const folder = path.join(temporaryFolder(test), 'set');
    await ensureGeneratedSet(folder, options);
    const whole = snapshot(folder);
    const [first, second] = Object.keys(whole);
    rmSync(path.join(folder, first));
    truncateSync(path.join(folder, second), 100);
    await ensureGeneratedSet(folder, options);
    assert.deepEqual(snapshot(folder), whole);
    const manifest = path.join(folder, 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"complete": true', '"complete": false'));
    await ensureGeneratedSet(folder, options);
    assert.deepEqual(snapshot(folder), whole);
  });

  it('draws another set in place of one with another seed, count or version', async (test) => {
    const folder = path.join(temporaryFolder(test), 'set');
    await ensureGeneratedSet(folder, options);
    const wanted = snapshot(folder);
    await ensureGeneratedSet(folder, { count: 30, seed: 6 });
    assert.equal(readdirSync(folder).length, 31);
    await ensureGeneratedSet(folder, options);
    assert.deepEqual(snapshot(folder), wanted);
    const manifest = path.join(folder, 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"version":\d+/, '"version":0'));
    await ensureGeneratedSet(folder, options);
    assert.deepEqual(snapshot(folder), wanted);
  });

  it('fills an empty folder and overlooks what file managers leave', async (test) => {
    const folder = temporaryFolder(test);
    writeFileSync(path.join(folder, '.DS_Store'), '');
    await ensureGeneratedSet(folder, options);
    await ensureGeneratedSet(folder, options);
    assert.equal(readdirSync(folder).length, 26);
  });

  it('refuses a folder with files of others, and touches none', async (test) => {
    const folder = temporaryFolder(test);
    writeFileSync(path.join(folder, 'mine.png'), 'mine');
    const before = snapshot(folder);
    const refused = { name: 'DatasetError', message: /files that the generator did not write: mine\.png/ };
    await assert.rejects(ensureGeneratedSet(folder, options), refused);
    assert.deepEqual(snapshot(folder), before);

    const set = path.join(folder, 'set');
    await ensureGeneratedSet(set, options);
    mkdirSync(path.join(set, 'steps'));
    await assert.rejects(ensureGeneratedSet(set, options), /did not write: steps/);

    writeFileSync(path.join(folder, 'manifest.json'), '{"recipe": {"generator": "another"}, "pictures": []}');
    await assert.rejects(
      ensureGeneratedSet(folder, options),
      /did not write: manifest\.json, mine\.png, set/,
    );
    await assert.rejects(
      ensureGeneratedSet(path.join(folder, 'mine.png'), options),
      /got a file, not a folder/,
    );
  });

  it('deletes nothing outside its folder, whatever a manifest lists', async (test) => {
    const folder = temporaryFolder(test);
    const set = path.join(folder, 'set');
    await ensureGeneratedSet(set, options);
    writeFileSync(path.join(folder, 'mine.png'), 'mine');
    const manifest = path.join(set, 'manifest.json');
    const more = '"pictures": [{"file":"../mine.png"},';
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"pictures": [', more));
    await assert.rejects(ensureGeneratedSet(set, { count: 1, seed: 1 }), /did not write/);
    assert.equal(readFileSync(path.join(folder, 'mine.png'), 'utf8'), 'mine');
  });

  it('recovers from a process killed half-way', async (test) => {
    const parent = temporaryFolder(test);
    const folder = path.join(parent, 'set');
    const child = startProcess(folder, 5000);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    child.kill('SIGKILL');
    await exitOf(child);
    const [leftover, ...others] = readdirSync(parent);
    assert.match(leftover, /^set\.drawing-/);
    assert.deepEqual(others, []);
    await ensureGeneratedSet(folder, options);
    assert.deepEqual(readdirSync(parent), ['set']);
    assert.equal((await loadCaptchas(folder)).length, 24);
  });

  it('may be called by several at once', async (test) => {
    const parent = temporaryFolder(test);
    const folder = path.join(parent, 'set');
    await Promise.all([ensureGeneratedSet(folder, options), ensureGeneratedSet(folder, options)]);
    const whole = snapshot(folder);
    rmSync(path.join(folder, Object.keys(whole)[0]));
    await Promise.all([ensureGeneratedSet(folder, options), ensureGeneratedSet(folder, options)]);
    assert.deepEqual(snapshot(folder), whole);
    rmSync(folder, { recursive: true });
    const codes = await Promise.all([startProcess(folder, 24), startProcess(folder, 24)].map(exitOf));
    assert.deepEqual(codes, [0, 0]);
    assert.deepEqual(snapshot(folder), whole);
    assert.deepEqual(readdirSync(parent), ['set']);
  });
});

describe('the embedded set', () => {
  it("has the real set's size and letters, n twice as often as the others", () => {
    const set = [...generateSet({ count: GENERATED_COUNT, seed: GENERATED_SEED })];
    const counts = frequencies(set.map(({ captcha }) => ({ label: captcha.text })));
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    assert.equal(
      total,
      TABLE_I.reduce((sum, { count }) => sum + count, 0),
    );
    counts.forEach(({ character, count }, index) => {
      const share = character === 'n' ? 0.1 : 0.05;
      const tolerance = 4 * Math.sqrt(total * share * (1 - share));
      assert.ok(Math.abs(count - total * share) < tolerance, `${character}: ${count}`);
      // Both counts are draws of the same chance: their difference spreads by the square root of two.
      const real = TABLE_I[index].count;
      assert.ok(Math.abs(count - real) < tolerance * Math.SQRT2, `${character}: ${count}, real ${real}`);
    });
  });
});
