import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { greyImage } from 'captcha-lab/image';
import { imageGridFigure, type Figure } from 'captcha-lab/plots';
import { chooseExportables } from '../../scripts/export/chooseExportables';
import { whyNotDrawn } from '../../scripts/export/drawExports';
import { exportablesOf, type Exportable } from '../../scripts/export/exportables';
import { exportFigures } from '../../scripts/export/exportFigures';
import { figureCsv } from '../../scripts/export/figureCsv';
import { panelNames } from '../../scripts/export/panelNames';
import { figureSource } from '../../scripts/export/figureSource';
import { FORMATS, formatsFor, parseFormats, parseSide } from '../../scripts/export/formats';
import { openBrowser } from '../../scripts/notebook/openBrowser';
import { MARKER, replaceOutput, type Marker } from '../../scripts/notebook/replaceOutput';
import { stillNotebook } from '../../scripts/notebook/stillNotebook';
import { temporaryFolder } from '../data/temporaryFolder';
import { executedNotebook, FIGURES } from '../site/siteWithFigures';

const ROOT = path.resolve(__dirname, '../..');
const CACHE = path.join(ROOT, '.cache');
const ITEMS = exportablesOf('04-x.ipynb', stillNotebook(executedNotebook(), undefined));
const figure = (data: unknown[]): Figure => ({ name: 'f', description: '', data: data as never, layout: {} });

/** Every format that needs no browser. */
const DATA = ['json', 'csv'] as const;
const jobs = (items: readonly Exportable[] = ITEMS) =>
  items.map((item) => ({ item, formats: formatsFor(item, DATA) }));

describe('the figures of a notebook', () => {
  it('are named by notebook and figure, with their sizes, and come back from a still notebook whole', () => {
    assert.deepEqual(
      ITEMS.map(({ name, kind }) => [name, kind]),
      [
        ['04-training-curves', 'figure'],
        ['04-confusion', 'figure'],
        ['04-accuracies', 'figure'],
        ['04-picture', 'picture'],
      ],
    );
    const figures = ITEMS.flatMap((item) => (item.kind === 'figure' ? [item.figure] : []));
    assert.deepEqual(figures, JSON.parse(JSON.stringify(FIGURES)));
    assert.deepEqual([ITEMS[1].width, ITEMS[1].height], [900, 720]);
  });

  it('are chosen by the names of their files or by their plain ones, and a wrong name lists near ones', () => {
    const other = exportablesOf('05-y.ipynb', stillNotebook(executedNotebook(), undefined));
    const names = (...wanted: string[]): string[] =>
      chooseExportables([...ITEMS, ...other], wanted, 'the notebooks').map(({ name }) => name);
    assert.equal(names().length, 8);
    assert.deepEqual(names('05-confusion'), ['05-confusion']);
    assert.deepEqual(names('accuracies', '04-confusion'), ['04-confusion', '04-accuracies', '05-accuracies']);
    assert.throws(
      () => names('confussion'),
      /there is no figure "confussion" in the notebooks\. Near it: confusion\..*--list/,
    );
    assert.throws(() => names('curves'), /Near it: 04-training-curves, training-curves, 05-training-curves/);
    assert.throws(() => names('zzzzzz'), /"zzzzzz" in the notebooks\. `npm run export/);
  });
});

describe('the options of npm run export', () => {
  it('take formats once or several times, and sides in a sane range', () => {
    assert.deepEqual(parseFormats(undefined), FORMATS);
    assert.deepEqual(parseFormats(['pdf, SVG', 'svg']), ['svg', 'pdf']);
    assert.throws(() => parseFormats(['svg,gif']), /--format takes png, svg, pdf, json, csv, got "gif"/);
    assert.throws(() => parseFormats(['']), /got ""/);
    assert.deepEqual([parseSide('--width', '100'), parseSide('--width', undefined)], [100, undefined]);
    for (const bad of ['99', '5001', '1e3', '-900', '900.5', 'wide', '']) {
      assert.throws(
        () => parseSide('--width', bad),
        /--width takes a whole number of pixels from 100 to 5000/,
      );
    }
  });
});

describe('a size that leaves a figure no room', () => {
  it('is said in our words, with the side to change, and other errors in their first line', () => {
    const scaling = new Error('page.evaluate: Error: Something went wrong with axis scaling\n    at x');
    assert.match(
      whyNotDrawn(scaling, { width: 5000, height: 100 }),
      /^5000 x 100 pixels leave its plot no room .* give a larger --height/,
    );
    assert.match(whyNotDrawn(scaling, { width: 100, height: 5000 }), /give a larger --width/);
    assert.equal(whyNotDrawn(new Error('other\nlines'), { width: 1, height: 1 }), 'other');
  });
});

describe('figureCsv', () => {
  it('gives the tiles of a grid of pictures by column and row, and what they show', () => {
    const tile = greyImage(2, 2, new Uint8Array(4));
    const grid = imageGridFigure([tile, tile, tile], { columns: 2, captions: ['a', 'b', 'c'] });
    assert.equal(figureCsv(grid), 'trace,x,y,z,text\ntrace 1,0,0,,a\ntrace 1,1,0,,b\ntrace 1,0,1,,c\n');
  });

  it('has a row for each point, with the axes where there are several', () => {
    const text = figureCsv(
      figure([
        { name: 'a', x: [1, 2], y: [0.5, null], text: ['one<br>more', '"q"'] },
        { y: [3], yaxis: 'y2' },
      ]),
    );
    assert.equal(
      text,
      'trace,axes,x,y,z,text\na,panel 1,1,0.5,,"one\nmore"\na,panel 1,2,,,"""q"""\ntrace 2,panel 2,0,3,,\n',
    );
  });

  it('calls panels by their titles and by what their axes measure, never by plotly', () => {
    const titled = (text: string) => ({ title: { text } });
    const layout = {
      xaxis: titled('epoch'),
      yaxis: titled('accuracy (%)'),
      yaxis2: titled('cross-entropy<br>(nats)'),
      xaxis3: titled('<b>epoch</b>'),
      yaxis3: titled('accuracy (%)'),
      annotations: [{ text: '<b>Smaller</b>', xref: 'x3 domain', yref: 'y3 domain' }],
    } as unknown as Figure['layout'];
    const panels = ['x y', 'x y2', 'x3 y3', 'x4 y4'];
    assert.deepEqual(
      panels.map((panel) => panelNames(layout, panels).get(panel)),
      [
        'accuracy (%) over epoch',
        'cross-entropy (nats) over epoch',
        'Smaller: accuracy (%) over epoch',
        'panel 4',
      ],
    );
    const same = { ...layout, annotations: [] } as Figure['layout'];
    assert.equal(panelNames(same, panels).get('x3 y3'), 'panel 3: accuracy (%) over epoch');
  });

  it('has a row for each cell of a matrix', () => {
    const text = figureCsv(figure([{ name: 'm', x: ['a', 'b'], z: [[1, null]], text: [['one', '']] }]));
    assert.equal(text, 'trace,x,y,z,text\nm,a,0,1,one\nm,b,0,,\n');
  });

  it('has the lengths of error bars, in each way that plotly states them', () => {
    const y = [4];
    const lengths = (error_y: object): string => figureCsv(figure([{ x: [1], y, error_y }])).split('\n')[1];
    assert.equal(
      figureCsv(figure([{ x: [1], y, error_y: { array: [2], arrayminus: [1], symmetric: false } }])),
      'trace,x,y,z,text,y_error_plus,y_error_minus\ntrace 1,1,4,,,2,1\n',
    );
    assert.equal(lengths({ type: 'data', array: [2] }), 'trace 1,1,4,,,2,2');
    assert.equal(lengths({ type: 'percent', value: 10, valueminus: 50 }), 'trace 1,1,4,,,0.4,2');
    assert.equal(lengths({ type: 'constant', value: 3 }), 'trace 1,1,4,,,3,3');
    assert.equal(lengths({ type: 'sqrt' }), 'trace 1,1,4,,,2,2');
    assert.equal(lengths({ type: 'data', array: [2], visible: false }), 'trace 1,1,4,,');
  });

  it('is a heading alone for a figure without points', () => {
    assert.equal(figureCsv(figure([])), 'trace,x,y,z,text\n');
  });
});

describe('exportFigures', () => {
  it('writes data without a browser, and lists its files in a folder of its own', async (test) => {
    const root = temporaryFolder(test);
    const folder = path.join(root, 'slides');
    const places = { folder, out: path.join(root, 'out'), cache: CACHE };
    const written = await exportFigures(jobs(), places);
    assert.deepEqual(written[1].files, ['04-confusion.json', '04-confusion.csv']);
    assert.deepEqual(
      JSON.parse(readFileSync(path.join(folder, '04-accuracies.json'), 'utf8')),
      ITEMS[2].kind === 'figure' && ITEMS[2].figure,
    );
    const picture = JSON.parse(readFileSync(path.join(folder, '04-picture.json'), 'utf8')) as {
      description: string;
    };
    assert.equal(picture.description, 'Two pixels.');
    assert.deepEqual(readdirSync(folder).length, 2 * 3 + 1 + 1);
    await exportFigures(jobs(), places);
    assert.ok(!existsSync(path.join(root, 'out')));
  });

  it('overwrites nothing that it did not write', async (test) => {
    const root = temporaryFolder(test);
    const places = { folder: path.join(root, 'slides'), out: path.join(root, 'out'), cache: CACHE };
    mkdirSync(places.folder);
    const mine = path.join(places.folder, '04-confusion.csv');
    writeFileSync(mine, 'mine');
    await assert.rejects(
      exportFigures(jobs(), places),
      /04-confusion\.csv was not written by this command; move it away/,
    );
    assert.deepEqual(readdirSync(places.folder), ['04-confusion.csv']);
    await exportFigures(jobs([ITEMS[0]]), places);
    assert.equal(readFileSync(mine, 'utf8'), 'mine');
  });

  it('adds its files to the list of out/, so that the next run clears them', async (test) => {
    const root = temporaryFolder(test);
    const out = path.join(root, 'out');
    const work = path.join(root, 'work');
    await replaceOutput(
      out,
      new Map([
        ['index.html', 'i'],
        ['figures/04-accuracies.json', '{}'],
      ]),
      { work },
    );
    await exportFigures(jobs(), { folder: path.join(out, 'figures'), out, cache: CACHE });
    const marker = JSON.parse(readFileSync(path.join(out, MARKER), 'utf8')) as Marker;
    assert.equal(marker.source, 'run');
    assert.ok(marker.files.includes('figures/04-confusion.csv'));
    assert.ok(!existsSync(path.join(out, 'figures', MARKER)));
    await replaceOutput(out, new Map([['index.html', 'i']]), { work });
    assert.deepEqual(readdirSync(out).sort(), [MARKER, 'index.html']);
  });

  it('makes an out/ that the next run may replace', async (test) => {
    const root = temporaryFolder(test);
    const out = path.join(root, 'out');
    await exportFigures(jobs(), { folder: path.join(out, 'figures'), out, cache: CACHE });
    assert.equal((await figureSource(root)).kind, 'repository');
    await replaceOutput(out, new Map([['notebooks/04-x.ipynb', '']]), { work: path.join(root, 'work') });
    assert.deepEqual(readdirSync(out).sort(), [MARKER, 'notebooks']);
    assert.equal((await figureSource(root)).kind, 'run');
  });

  it('says which browser to install where none runs, and writes nothing then', async (test) => {
    const folder = path.join(temporaryFolder(test), 'slides');
    const chosen = [{ item: ITEMS[0], formats: ['svg', 'csv'] as const }];
    const open = () => Promise.resolve({ reason: 'no browser could be started (why)' });
    const places = { folder, out: `${folder}-out`, cache: CACHE, open };
    await assert.rejects(
      exportFigures(chosen, places),
      /^Error: no browser could be started \(why\); install Chrome, Edge or Chromium, or .*--format json,csv/,
    );
    assert.ok(!existsSync(folder));
    await exportFigures(jobs(), places);
  });

  it('draws figures as PNG in two sizes, SVG and a PDF of their size', async (test) => {
    const found = await openBrowser({ cache: CACHE });
    if ('reason' in found) {
      test.skip(found.reason);
      return;
    }
    await found.browser.close();
    const folder = temporaryFolder(test);
    const chosen = [ITEMS[0], ITEMS[3]].map((item) => ({ item, formats: formatsFor(item, FORMATS) }));
    await exportFigures(chosen, { folder, out: path.join(folder, 'no'), cache: CACHE, width: 600 });
    const file = (name: string): Buffer => readFileSync(path.join(folder, name));
    const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.deepEqual(sizeOf(file('04-training-curves.png')), [600, 520]);
    assert.deepEqual(sizeOf(file('04-training-curves@2x.png')), [1200, 1040]);
    const { width, height } = ITEMS[3];
    assert.deepEqual(sizeOf(file('04-picture.png')), [width, height]);
    assert.deepEqual(sizeOf(file('04-picture@2x.png')), [2 * width, 2 * height]);
    const svg = file('04-training-curves.svg').toString();
    assert.match(svg, /^<svg [^>]*width="600" height="520"/);
    assert.match(svg, /cross-entropy/);
    const pdf = file('04-training-curves.pdf').toString('latin1');
    assert.match(pdf, /^%PDF-/);
    // Points: 3/4 of pixels.
    assert.match(pdf, /\/MediaBox \[0 0 450 390\]/);
    assert.equal(pdf.match(/\/Type ?\/Page\b/g)?.length, 1);
    assert.doesNotMatch(pdf, /\/Subtype ?\/Image/);
  });
});

describe('npm run export', () => {
  const run = (...args: string[]) => {
    const env = { ...process.env, INIT_CWD: ROOT, DEBUG: '' };
    const all = ['--import', 'tsx', 'scripts/export.ts', ...args];
    return spawnSync(process.execPath, all, { cwd: ROOT, env, encoding: 'utf8' });
  };

  it('lists figures, writes pictures and helps', (test) => {
    const list = JSON.parse(run('--list', '--json').stdout) as { name: string; notebook: string }[];
    const [{ name, notebook }] = list;
    assert.match(`${name} ${notebook}`, /^01-\S+ 01-the-data-set\.ipynb$/);
    const folder = temporaryFolder(test);
    const { status, stdout, stderr } = run(name, '--format', 'json', '--out', folder, '--json');
    assert.deepEqual([status, stderr], [0, 'Exporting: 1 of 1\n']);
    assert.deepEqual((JSON.parse(stdout) as { figures: { files: string[] }[] }).figures[0].files, [
      `${name}.json`,
    ]);
    assert.match(run('--help').stdout, /Usage: npm run export -- .*\n[^]*Examples:/);
  });

  it('does not write a picture as what it cannot be', (test) => {
    const list = JSON.parse(run('--list', '--json').stdout) as { name: string; kind: string }[];
    const picture = list.find(({ kind }) => kind === 'picture');
    if (!picture) {
      test.skip('no notebook in the repository has a picture');
      return;
    }
    const { status, stderr } = run(picture.name, '--format', 'svg');
    assert.equal(status, 1);
    assert.match(stderr, /^error: .* is kept as a picture, which is written as png and json only.*\.\n$/);
  });

  it('fails with one line for what it does not know', () => {
    const { status, stdout, stderr } = run('no-such-figure');
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /^error: there is no figure "no-such-figure" in .*\n$/);
  });
});
