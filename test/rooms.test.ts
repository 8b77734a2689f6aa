import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const LIB = path.join(__dirname, '..', 'lib');

/** Rooms that know no set of CAPTCHAs, then those that do; each imports from rooms before it only. */
const GENERAL = [
  'checks',
  'random',
  'files',
  'image',
  'scheme',
  'data',
  'metrics',
  'plots',
  'preprocess',
  'augment',
  'tensorflow',
  'model',
  'diagrams',
  'kernels',
  'training',
  'visualize',
  'ctc',
  'recognizer',
  'strength',
];
const OF_SETS = ['report', 'sets', 'generator', 'reader', 'experiments', 'notebook', 'exercises'];
const ORDER = [...GENERAL, ...OF_SETS];

/** What only the report's set has: its size, crops, alphabet, and names that stand for them. */
const REPORTS =
  /\b200 x 50\b|\b21 x 38\b|\b38 x 21\b|2345678bcdefgmnpwxy|\bCAPTCHA_(?:WIDTH|HEIGHT|LENGTH)\b|\bCLASSES\b|\b19 (?:classes|characters)\b/;

const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /^(?!dist\/|node_modules\/).*(?<!\.d)\.ts$/.test(file));
const rooms = [...new Set(files.filter((file) => file.includes('/')).map(roomOf))];

function roomOf(file: string): string {
  return file.split('/')[0];
}

/** What a file imports, as files below lib. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(LIB, file), 'utf8'));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName))
    .map((target) => (existsSync(path.join(LIB, `${target}.ts`)) ? `${target}.ts` : `${target}/index.ts`));
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));
/** Imports from one room into another. The root's index is no room. */
const between = files
  .filter((file) => file.includes('/'))
  .flatMap((file) => imports.get(file)!.map((target) => ({ file, target })))
  .filter(({ file, target }) => roomOf(file) !== roomOf(target));

/** The first circle of imports among files, as a list that begins and ends with the same file. */
function circleAmong(among: readonly string[]): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of imports.get(file) ?? []) {
      const circle = among.includes(target) ? visit(target, [...trail, file]) : undefined;
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of among) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

describe('rooms of lib', () => {
  it('are found, with what they import', () => {
    assert.ok(files.length > 300 && between.length > 300, `${files.length} files, ${between.length} imports`);
    assert.ok(between.every(({ target }) => imports.has(target)));
  });

  it('each have a place in the order', () => {
    assert.deepEqual(
      rooms.filter((room) => !ORDER.includes(room)),
      [],
    );
  });

  it('import only from rooms before them, so that those which are general know no set', () => {
    const against = between.filter(
      ({ file, target }) => ORDER.indexOf(roomOf(target)) > ORDER.indexOf(roomOf(file)),
    );
    assert.deepEqual(against, []);
  });

  it('import other rooms through their index', () => {
    assert.deepEqual(
      between.filter(({ target }) => !target.endsWith('/index.ts')),
      [],
    );
  });

  it('have no circles within, and do not import their own index', () => {
    const circles = rooms.map((room) =>
      circleAmong(files.filter((file) => roomOf(file) === room))?.join(' > '),
    );
    assert.deepEqual(
      circles.filter((circle) => circle !== undefined),
      [],
    );
  });

  it('stand in docs/house.md in this order, each with the rooms it uses and a file to start reading at', () => {
    const page = readFileSync(path.join(LIB, '..', 'docs', 'house.md'), 'utf8');
    const rows = [...page.matchAll(/^\| \[(\w+)\]\(\.\.\/lib\/\w+\) \|.*$/gm)].map(([row, room]) => ({
      row,
      room,
    }));
    assert.deepEqual(
      rows.map(({ room }) => room),
      ORDER,
    );
    for (const { row, room } of rows) {
      const used = new Set(
        between.filter(({ file }) => roomOf(file) === room).map(({ target }) => roomOf(target)),
      );
      const names = ORDER.filter((other) => used.has(other)).join(', ') || '–';
      const [, , uses, start] = row.split(' | ');
      assert.equal(uses, names, `the third column of ${room}`);
      assert.ok(existsSync(path.join(LIB, '..', 'docs', /\((.*)\)/.exec(start)![1])), start);
    }
  });

  it("hold none of the report's numbers where they are general", () => {
    const found = files
      .filter((file) => GENERAL.includes(roomOf(file)))
      .flatMap((file) => {
        const lines = readFileSync(path.join(LIB, file), 'utf8').split('\n');
        return lines.filter((line) => REPORTS.test(line)).map((line) => `${file}: ${line.trim()}`);
      });
    assert.deepEqual(found, []);
  });
});
