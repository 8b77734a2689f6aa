import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { foldsByCaptcha, type Captcha } from 'captcha-lab/data';
import { LABEL_ERRORS } from 'captcha-lab/report';
import {
  correctNames,
  fitTemperature,
  measureScores,
  openReader,
  openReaderResults,
  pretrainCharacters,
  READER_FOLDS,
  readerFolder,
  readerPieceName,
  readerPieces,
  readScores,
  SHIPPED_READERS,
  trainReaderPiece,
  transferCharacters,
  type JudgedScores,
} from 'captcha-lab/experiments';
import { generateCaptcha } from 'captcha-lab/generator';
import { extractCharacters } from 'captcha-lab/report';
import { drawReaderSet, readerScores, type Reader, type ReaderScores } from 'captcha-lab/reader';
import { tf } from 'captcha-lab/tensorflow';
import '../training/oneThread';
import { flatWeights } from '../model/formulaNet';

const ROOT = path.resolve(__dirname, '../..');

const captchas: Captcha[] = Array.from({ length: 10 }, (_, seed) => {
  const { text, image } = generateCaptcha({ seed });
  return { file: `${text}.png`, label: text, image };
});

describe('the readers that come with the kit', () => {
  let reader: Reader;
  before(async () => {
    reader = await openReader('generated', { from: ROOT });
  });
  after(() => {
    reader.dispose();
  });

  it('have cards, fit into four megabytes, and read what the generator draws', async () => {
    for (const name of SHIPPED_READERS) {
      const folder = path.join(ROOT, readerFolder(name));
      const opened = await openReader(name, { from: ROOT });
      assert.equal(opened.card.reader, `reader-${name}`);
      assert.equal(opened.card.labelled > 0, name === 'tuned');
      assert.ok(opened.model.countParams() <= 2_000_000);
      const bytes = (await readFile(path.join(folder, 'weights.bin'))).length;
      assert.ok(bytes <= 4 * 1024 ** 2, `${bytes}`);
      const images = captchas.map(({ image }) => image);
      const right = opened.read(images).filter(({ text }, index) => text === captchas[index].label);
      assert.ok(right.length >= 9, `${name}: ${right.length} of 10`);
      opened.dispose();
    }
  });

  it('name the real CAPTCHAs that the tuned one did not see: those of the first fold', async () => {
    const file = path.join(ROOT, `${readerFolder('tuned')}.held-out.txt`);
    const names = (await readFile(file, 'utf8')).trim().split('\n');
    const { calibrated } = await openReaderResults({ from: ROOT });
    const readings = calibrated.find(({ arm }) => arm === 'tuned')?.readings ?? [];
    const count = foldsByCaptcha(1070, READER_FOLDS)[0].test.length;
    assert.deepEqual(
      names,
      readings.slice(0, count).map(({ label }) => label),
    );
  });

  it('give the same confidences as their scores do by temperature, and count what is right', () => {
    const images = captchas.map(({ image }) => image);
    const judged = { scores: readerScores(reader.model, images), texts: captchas.map(({ label }) => label) };
    const readings = readScores(judged, reader.card.temperature);
    reader.read(images).forEach(({ text, confidence }, index) => {
      assert.equal(readings[index].text, text);
      assert.ok(Math.abs(readings[index].confidence - confidence) < 1e-4);
    });
    const { captchas: whole, characters } = measureScores(judged, 1);
    assert.deepEqual(whole, {
      correct: readings.filter(({ text }, index) => text === judged.texts[index]).length,
      n: 10,
    });
    assert.equal(characters.n, 50);
    const shifted = { ...judged, texts: [...judged.texts.slice(1), judged.texts[0]] };
    assert.equal(measureScores(shifted, 1).captchas.correct, 0);
  });
});

/** Scores in which each text is written plainly, but `wrong` of the pictures are named otherwise. */
function scoresOf(texts: readonly string[], margin: number): ReaderScores {
  const [steps, classes] = [12, 20];
  const alphabet = '2345678bcdefgmnpwxy';
  const values = new Float32Array(texts.length * steps * classes);
  texts.forEach((text, index) => {
    for (let step = 0; step < steps; step++) {
      const label = step % 2 === 0 && step / 2 < 5 ? alphabet.indexOf(text[step / 2]) : classes - 1;
      values[(index * steps + step) * classes + label] = margin;
    }
  });
  return { count: texts.length, steps, classes, values };
}

describe('fitTemperature', () => {
  const read = Array.from({ length: 20 }, (_, index) => `2345${'678bcdefgmnpwxy2345678'[index]}`);

  it('is soft when a reader is surely wrong, sharp when it is right, and between for a few errors', () => {
    const judged = (wrong: number): JudgedScores => ({
      scores: scoresOf(read, 8),
      texts: read.map((text, index) => (index < wrong ? `x${text.slice(1)}` : text)),
    });
    const [none, some, all] = [0, 3, 20].map((wrong) => fitTemperature([judged(wrong)]));
    assert.ok(none < 0.52, `${none}`);
    assert.ok(all > 4.9, `${all}`);
    assert.ok(some > none && some < all, `${some}`);
    const sure = readScores(judged(3), some).reduce((sum, { confidence }) => sum + confidence, 0) / 20;
    assert.ok(Math.abs(sure - 17 / 20) < 0.1, `${sure}`);
    assert.throws(() => fitTemperature([]), /needs at least one picture/);
  });

  it('takes corrected names where the set has wrong ones', () => {
    const [[name, text]] = Object.entries(LABEL_ERRORS);
    const judged = { texts: [name, 'nw4x8'] };
    assert.deepEqual(correctNames(judged).texts, [text, 'nw4x8']);
    assert.deepEqual(judged.texts, [name, 'nw4x8']);
  });
});

describe('pieces of the study', () => {
  it('have names of their own, every arm in every fold', () => {
    const pieces = readerPieces();
    assert.equal(new Set(pieces.map(readerPieceName)).size, pieces.length);
    for (const arm of ['generated', 'unlabelled', 'tuned', 'real']) {
      const whole = pieces.filter((piece) => piece.arm === arm && piece.labels === undefined);
      assert.deepEqual(
        whole.map(({ fold }) => fold),
        [0, 1, 2, 3, 4],
      );
    }
  });

  it('of generated pictures are the reader they began with, and leave it as it was', async () => {
    const base = (await openReader('generated', { from: ROOT })).model;
    const [fold] = foldsByCaptcha(captchas.length, READER_FOLDS);
    const drawn = drawReaderSet({ count: 2, seed: 1 });
    const before = tf.memory().numTensors;
    const model = await trainReaderPiece({ arm: 'generated', fold: 0 }, { captchas, fold, base, drawn });
    assert.deepEqual(flatWeights(model), flatWeights(base));
    model.dispose();
    const stop = new AbortController();
    const log: string[] = [];
    stop.abort();
    for (const arm of ['tuned', 'unlabelled', 'real'] as const) {
      const options = {
        captchas,
        fold,
        base,
        drawn,
        signal: stop.signal,
        log: (line: string) => log.push(line),
      };
      (await trainReaderPiece({ arm, fold: 0 }, options)).dispose();
    }
    assert.equal(tf.memory().numTensors, before);
    // It may look at the pictures of the training folds only.
    assert.match(log.join('\n'), /round 1: sure of \d of 8/);
    base.dispose();
  });
});

describe('transferCharacters', () => {
  it('leaves the network it begins with as it was, and counts on the CAPTCHAs kept aside', async () => {
    const set = extractCharacters(captchas);
    const base = await pretrainCharacters(undefined, { seed: 1 });
    const kept = flatWeights(base);
    const before = tf.memory().numTensors;
    const [fold] = foldsByCaptcha(captchas.length, READER_FOLDS);
    const { correct, n } = await transferCharacters({
      base,
      freeze: true,
      set,
      fold,
      labels: 0,
      seed: 1,
    });
    assert.equal(n, 10);
    assert.equal(tf.memory().numTensors, before);
    assert.deepEqual(flatWeights(base), kept);
    const others = { set, fold: { train: fold.test, test: fold.test }, labels: 2, seed: 1, steps: 10 };
    const known = await transferCharacters({ base, freeze: false, ...others });
    assert.ok(known.correct > correct, `of ten characters learnt by heart ${known.correct} are read`);
    base.dispose();
  });
});

describe('recorded results of the readers', () => {
  it('are on record, and agree with themselves', async () => {
    const results = await openReaderResults({ from: ROOT });
    for (const { folds, captchas: whole, characters, labels } of results.arms) {
      if (labels === null) assert.equal(whole.n, 1070, 'all CAPTCHAs are kept aside once');
      assert.equal(characters.n, 5 * whole.n);
      assert.ok(folds.length > 0);
    }
    for (const { arm, readings, accepted } of results.calibrated) {
      const measured = results.arms.find((one) => one.arm === arm && one.labels === null);
      assert.equal(readings.filter(({ label, read }) => label === read).length, measured?.captchas.correct);
      assert.ok(accepted.wrong <= 0.001 * accepted.accepted);
    }
    for (const name of Object.keys(LABEL_ERRORS)) {
      const found = results.disagreements.find(({ label }) => label === name);
      assert.equal(found?.read, LABEL_ERRORS[name]);
      assert.ok(found.misfitOfRead < 0.8 * found.misfitOfLabel, name);
    }
  });

  it('that are damaged are refused by name', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-reader-'));
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'reader.json'), '{"folds": 5}');
    await assert.rejects(
      openReaderResults({ folder }),
      /reader\.json must hold the readers' results, but seed/,
    );
    await rm(folder, { recursive: true });
  });
});
