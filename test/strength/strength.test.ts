import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editDistance } from 'captcha-lab/metrics';
import {
  describeLabelsFor,
  judgeTexts,
  labelCounts,
  labelsFor,
  oddTexts,
  setAside,
  strengthMeaning,
  type StrengthRow,
} from 'captcha-lab/strength';
import { tinyPictures } from '../recognizer/tinyPictures';

describe('setAside', () => {
  it('keeps a fifth aside, at least 100, and divides by the seed alone', () => {
    const { train, aside } = setAside(tinyPictures(700), { seed: 1 });
    assert.deepEqual([train.length, aside.length], [560, 140]);
    const again = setAside(tinyPictures(700), { seed: 1 });
    assert.deepEqual(
      again.aside.map(({ file }) => file),
      aside.map(({ file }) => file),
    );
    const other = setAside(tinyPictures(700), { seed: 2 });
    assert.notDeepEqual(
      other.aside.map(({ file }) => file),
      aside.map(({ file }) => file),
    );
    assert.equal(setAside(tinyPictures(130), { seed: 1 }).aside.length, 100);
  });

  it('puts identical pictures on the same side', () => {
    const once = tinyPictures(200);
    const twice = [...once, ...once.map((picture) => ({ ...picture, file: `copy-${picture.file}` }))];
    const { train, aside, identical } = setAside(twice, { seed: 3 });
    assert.equal(identical, 200);
    const learnt = new Set(train.map(({ image }) => image.data.join()));
    assert.ok(aside.every(({ image }) => !learnt.has(image.data.join())));
  });

  it('says how many pictures it needs', () => {
    assert.throws(() => setAside(tinyPictures(119), { seed: 1 }), {
      name: 'RangeError',
      message: /must be 120 labelled pictures .* got 119/,
    });
  });
});

describe('labelCounts', () => {
  it('doubles from 100, and ends with all', () => {
    assert.deepEqual(labelCounts(800), [100, 200, 400, 800]);
    assert.deepEqual(labelCounts(1200), [100, 200, 400, 800, 1200]);
    assert.deepEqual(labelCounts(900), [100, 200, 400, 900]);
    assert.deepEqual(labelCounts(60), [60]);
  });
});

describe('editDistance', () => {
  it('counts what must be inserted, removed and replaced', () => {
    assert.equal(editDistance('abcd', 'abcd'), 0);
    assert.equal(editDistance('abcd', 'acd'), 1);
    assert.equal(editDistance('abcd', 'xbcde'), 2);
    assert.equal(editDistance('', 'abc'), 3);
    assert.equal(editDistance('kitten', 'sitting'), 3);
  });
});

const reading = (text: string, confidence: number) => ({ text, confidence, characters: [] });

describe('judgeTexts', () => {
  it('counts characters by edit distance and whole texts', () => {
    const { characters, texts } = judgeTexts(
      [reading('abc', 0.9), reading('ab', 0.5), reading('', 0), reading('xyzxyz', 0.4)],
      ['abc', 'abc', 'abc', 'abc'],
    );
    assert.deepEqual(characters, { correct: 5, n: 12 });
    assert.deepEqual(texts, { correct: 1, n: 4 });
  });

  it('answers where the other half of the texts says that it may', () => {
    const right = Array.from({ length: 60 }, (_, index) => reading('a', 0.9 + index / 1000));
    const wrong = Array.from({ length: 40 }, (_, index) => reading('b', 0.2 + index / 1000));
    const truth = new Array<string>(100).fill('a');
    const { answered, notSureBelow } = judgeTexts([...right, ...wrong], truth);
    assert.ok(answered.n >= 59 && answered.n <= 64, `${answered.n}`);
    assert.ok(answered.correct >= 59);
    assert.ok(notSureBelow > 0.2 && notSureBelow < 0.9);
    const never = judgeTexts(wrong, truth.slice(0, 40));
    assert.deepEqual([never.answered, never.notSureBelow], [{ correct: 0, n: 0 }, 1]);
  });
});

describe('labelsFor', () => {
  it('finds shares between two readers on a logarithmic scale, and says what lies outside', () => {
    const found = labelsFor([
      { labels: 100, share: 0.05 },
      { labels: 200, share: 0.3 },
      { labels: 400, share: 0.7 },
    ]);
    assert.deepEqual(found, [
      { share: 0.01, kind: 'at most', labels: 100 },
      { share: 0.1, kind: 'about', labels: 110, between: [100, 200] },
      { share: 0.5, kind: 'about', labels: 280, between: [200, 400] },
      { share: 0.9, kind: 'more than', labels: 400 },
    ]);
    assert.match(describeLabelsFor(found)[1], /10% of the texts: about 110 labels/);
  });
});

describe('oddTexts', () => {
  it('leaves out texts of a length or with a character unlike all others', () => {
    const usual = tinyPictures(300);
    const screenshot = { ...usual[0], file: 'Screenshot.png', label: 'Screenshot' };
    const slip = { ...usual[1], file: 'ab1.png', label: 'ab1' };
    const { pictures, problems } = oddTexts([...usual, screenshot, slip]);
    assert.equal(pictures.length, 300);
    assert.deepEqual(
      problems.map(({ file }) => file),
      ['Screenshot.png', 'ab1.png'],
    );
    assert.match(problems[0].rule, /texts have 2, 3 characters/);
    assert.match(problems[1].received, /"ab1", whose "1" occurs 1 times/);
  });
});

describe('strengthMeaning', () => {
  const row = (correct: number): StrengthRow => ({
    labels: 100,
    steps: 1,
    seconds: 60,
    processorSeconds: 100,
    characters: { correct: 1, n: 1 },
    texts: { correct, n: 200 },
    answered: { correct: 0, n: 0 },
    notSureBelow: 1,
  });

  it('says what is borne out by the counts', () => {
    assert.match(strengthMeaning({ rows: [row(190)] }).join(' '), /hardly more than|1\.1 tries/);
    assert.match(strengthMeaning({ rows: [row(20)] }).join(' '), /20\/200 = 10\.00%.*10 tries/);
    assert.doesNotMatch(strengthMeaning({ rows: [row(190)] }).join(' '), /more people|than people/);
    assert.match(strengthMeaning({ rows: [row(0)] }).join(' '), /cannot tell 0 from/);
    assert.match(strengthMeaning({ rows: [] }).join(' '), /nothing can be said yet/);
  });
});
