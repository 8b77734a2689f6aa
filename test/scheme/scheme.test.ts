import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { greyImage } from 'captcha-lab/image';
import { REPORT } from 'captcha-lab/report';
import {
  checkReads,
  checkScheme,
  cleaningStages,
  cleanPicture,
  describeScheme,
  schemeOf,
  type CleaningStep,
  type Scheme,
} from 'captcha-lab/scheme';

const BLOCKS: Scheme = {
  name: 'blocks',
  width: 160,
  height: 60,
  alphabet: '0123456789abcdefghijklmnopqrstuvwxyz',
  length: { min: 4, max: 6 },
  clean: [{ step: 'otsu' }],
};

const picture = (
  label: string,
  width = 160,
  height = 60,
): { label: string; image: { width: number; height: number } } => ({
  label,
  image: { width, height },
});

describe('checkScheme', () => {
  it("takes the report's scheme, one without boxes, and one that went through JSON", () => {
    for (const scheme of [REPORT, BLOCKS]) {
      assert.equal(checkScheme(scheme), scheme);
      assert.deepEqual(checkScheme(JSON.parse(JSON.stringify(scheme))), scheme);
    }
  });

  const box = { x: 0, y: 0, width: 10, height: 10 };
  const fixed: Scheme = { ...BLOCKS, length: { min: 2, max: 2 } };
  const bad: [title: string, value: unknown, message: RegExp][] = [
    ['no object', [], /scheme must be an object, got \[\]\. Give one/],
    ['a field that it does not have', { ...BLOCKS, box: [] }, /has the fields .*, got "the field box"/],
    ['an empty name', { ...BLOCKS, name: ' ' }, /name must be a text that is not empty, got " "/],
    ['a width of 0', { ...BLOCKS, width: 0 }, /width must be a whole number from 1 to 10000, got 0\. Give/],
    ['a height that is no number', { ...BLOCKS, height: NaN }, /height must be a whole number .*, got NaN/],
    ['no alphabet', { ...BLOCKS, alphabet: '' }, /alphabet must be a text of all characters/],
    ['a character twice', { ...BLOCKS, alphabet: 'aba' }, /alphabet must have no character twice, got "a"/],
    ['a control character', { ...BLOCKS, alphabet: 'a\n' }, /alphabet must be of printable .*, got "\\n"/],
    [
      'a character of two units',
      { ...BLOCKS, alphabet: 'a😀' },
      /alphabet must be of printable .*one UTF-16 unit/,
    ],
    [
      'more than 100 characters',
      {
        ...BLOCKS,
        alphabet: String.fromCharCode(...Array.from({ length: 101 }, (_, index) => 0x4e00 + index)),
      },
      /alphabet must have at most 100, got "101 characters"/,
    ],
    ['no length', { ...BLOCKS, length: 5 }, /length must be \{ min, max \}, got 5/],
    [
      'a least length of 0',
      { ...BLOCKS, length: { min: 0, max: 5 } },
      /length\.min must be .* from 1 to 100, got 0/,
    ],
    [
      'a most below the least',
      { ...BLOCKS, length: { min: 5, max: 4 } },
      /length\.max must be .* from 5 to 100, got 4/,
    ],
    ['no list of steps', { ...BLOCKS, clean: 'otsu' }, /clean must be a list of steps, got "otsu"/],
    [
      'an unknown step',
      { ...BLOCKS, clean: [{ step: 'blur' }] },
      /clean\[0\]\.step must be one of otsu, .*, got "blur"/,
    ],
    [
      'a step named like a method',
      { ...BLOCKS, clean: [{ step: 'toString' }] },
      /clean\[0\]\.step must be one of/,
    ],
    ['a step that is null', { ...BLOCKS, clean: [null] }, /clean\[0\]\.step must be one of .*, got null/],
    [
      'a step without its option',
      { ...BLOCKS, clean: [{ step: 'otsu' }, { step: 'dilate', rows: 3 }] },
      /clean\[1\]\.columns must be a whole number from 1 to 99, got nothing\. It is an option of 'dilate'/,
    ],
    [
      'a step with an option it does not have',
      { ...BLOCKS, clean: [{ step: 'otsu', at: 3 }] },
      /clean\[0\] \('otsu'\) takes no options, got "at"/,
    ],
    [
      'boxes for lengths that vary',
      { ...BLOCKS, boxes: [box] },
      /boxes must be one for each .* 4 to 6, got "1 boxes"/,
    ],
    [
      'too few boxes',
      { ...fixed, boxes: [box] },
      /boxes must be one for each character of a text, which has 2/,
    ],
    ['no boxes in the list', { ...fixed, boxes: [] }, /boxes must be a list of boxes, got \[\]/],
    [
      'a box outside',
      { ...fixed, boxes: [box, { ...box, x: 151 }] },
      /boxes\[1\]\.x must be .* from 0 to 150, got 151/,
    ],
    [
      'a box of another size',
      { ...fixed, boxes: [box, { ...box, width: 9 }] },
      /boxes\[1\] must have the size of the first/,
    ],
    ['a box that is none', { ...fixed, boxes: [box, null] }, /boxes\[1\] must be \{ x, y, width, height \}/],
  ];
  for (const [title, value, message] of bad) {
    it(`refuses ${title}`, () => {
      assert.throws(() => checkScheme(value), { name: 'RangeError', message });
    });
  }
});

describe('boxes', () => {
  it('may be as small as one pixel and as large as the picture', () => {
    const one = { ...BLOCKS, length: { min: 1, max: 1 } };
    for (const box of [
      { x: 0, y: 0, width: 1, height: 1 },
      { x: 0, y: 0, width: 160, height: 60 },
    ])
      assert.deepEqual(checkScheme({ ...one, boxes: [box] }).boxes, [box]);
    for (const box of [
      { x: 0, y: 0, width: 0, height: 1 },
      { x: 0, y: 0, width: 1, height: 0 },
      { x: 0, y: 0, width: 161, height: 60 },
      { x: 0, y: 0, width: 160, height: 61 },
    ])
      assert.throws(() => checkScheme({ ...one, boxes: [box] }), /boxes\[0\]\.(?:width|height) must be/);
  });
});

describe('the options of steps', () => {
  it('reach from their least to their most, and no further', () => {
    const takes = (step: unknown): boolean => {
      try {
        checkScheme({ ...BLOCKS, clean: [step] });
        return true;
      } catch (error) {
        assert.ok(error instanceof RangeError);
        return false;
      }
    };
    for (const at of [0, 255]) assert.ok(takes({ step: 'threshold', at }));
    for (const at of [-1, 256, 0.5, '3']) assert.ok(!takes({ step: 'threshold', at }));
    for (const step of ['dilate', 'erode']) {
      for (const [rows, columns] of [
        [1, 1],
        [99, 99],
      ])
        assert.ok(takes({ step, rows, columns }));
      for (const [rows, columns] of [
        [0, 1],
        [1, 0],
        [100, 1],
        [1, 100],
        [1.5, 1],
      ])
        assert.ok(!takes({ step, rows, columns }), `${step} ${rows} x ${columns}`);
    }
  });
});

describe('describeScheme', () => {
  it('says all that a scheme says', () => {
    assert.equal(
      describeScheme(REPORT),
      'report: 200 x 50 pixels, 5 of 19 characters (2345678bcdefgmnpwxy), cleaned by Otsu threshold, dilation 3 x 3, ' +
        'erosion 3 x 3, dilation 3 x 1, cut by 5 boxes of 21 x 38',
    );
    assert.match(
      describeScheme({ ...BLOCKS, clean: [] }),
      /^blocks: 160 x 60 pixels, 4 to 6 of 36 .*, not cleaned$/,
    );
  });
});

describe('cleaningStages', () => {
  const image = greyImage(3, 1, Uint8Array.of(10, 200, 90));
  const steps: [CleaningStep, number[]][] = [
    [{ step: 'otsu' }, [0, 255, 0]],
    [{ step: 'threshold', at: 9 }, [255, 255, 255]],
    [{ step: 'dilate', rows: 1, columns: 3 }, [200, 200, 200]],
    [{ step: 'erode', rows: 1, columns: 3 }, [10, 10, 90]],
    [{ step: 'invert' }, [245, 55, 165]],
  ];
  for (const [step, expected] of steps) {
    it(`applies ${step.step}`, () => {
      assert.deepEqual(Array.from(cleanPicture(image, [step]).data), expected);
      assert.deepEqual(Array.from(image.data), [10, 200, 90]);
    });
  }

  it('applies steps one after the other and gives the picture after each', () => {
    const stages = cleaningStages(image, [{ step: 'invert' }, { step: 'threshold', at: 100 }]);
    assert.deepEqual(
      stages.map(({ data }) => Array.from(data)),
      [
        [245, 55, 165],
        [255, 0, 255],
      ],
    );
  });

  it('leaves a picture without steps as it is', () => {
    assert.deepEqual(cleaningStages(image, []), []);
    assert.equal(cleanPicture(image, []), image);
  });

  it('refuses a step that it does not know', () => {
    const step = { step: 'blur' } as unknown as CleaningStep;
    assert.throws(() => cleaningStages(image, [step]), /step must be one of otsu, .*got "blur"/);
  });
});

describe('schemeOf', () => {
  it('infers size, alphabet and lengths, upper and lower case apart, and says from how many', () => {
    const { scheme, count, findings } = schemeOf([picture('bA12'), picture('aB1'), picture('1234')], {
      name: 'mine',
    });
    assert.deepEqual(scheme, {
      name: 'mine',
      width: 160,
      height: 60,
      alphabet: '1234ABab',
      length: { min: 3, max: 4 },
      clean: [],
    });
    assert.equal(count, 3);
    assert.match(findings[0], /^Inferred from 3 pictures: mine: 160 x 60 pixels, 3 to 4 of 8 characters/);
    assert.ok(findings.includes('Lengths vary: 1 texts of 3, 2 texts of 4.'));
    assert.match(findings[2], /^Rare, check the labels: '2' 2x, '3' 1x, '4' 1x/);
  });

  it('takes the most frequent size and leaves pictures of another aside', () => {
    const { scheme, count, sizes, findings } = schemeOf([
      picture('zz', 10, 10),
      picture('ab'),
      picture('ba'),
    ]);
    assert.deepEqual([scheme.width, scheme.height, scheme.alphabet, count], [160, 60, 'ab', 2]);
    assert.deepEqual(sizes, [
      { width: 160, height: 60, count: 2 },
      { width: 10, height: 10, count: 1 },
    ]);
    assert.ok(findings.includes('1 more are 10 x 10 and were left aside.'));
  });

  it('counts how often each character occurs', () => {
    const { characters, lengths } = schemeOf([picture('aab'), picture('b')]);
    assert.deepEqual(characters, [
      { character: 'a', count: 2 },
      { character: 'b', count: 2 },
    ]);
    assert.deepEqual(lengths, [
      { length: 1, count: 1 },
      { length: 3, count: 1 },
    ]);
  });

  it('takes what pictures cannot tell as options', () => {
    const boxes = [
      { x: 0, y: 0, width: 80, height: 60 },
      { x: 80, y: 0, width: 80, height: 60 },
    ];
    const { scheme } = schemeOf([picture('ab')], { clean: [{ step: 'otsu' }], boxes });
    assert.deepEqual([scheme.clean, scheme.boxes], [[{ step: 'otsu' }], boxes]);
  });

  it('refuses no pictures, and what is no scheme', () => {
    assert.throws(() => schemeOf([]), /^RangeError: schemeOf: there must be pictures/);
    assert.throws(() => schemeOf([picture('')]), /alphabet must be a text/);
    assert.throws(() => schemeOf([picture('ab'), picture('')]), /length\.min must be/);
  });
});

describe('checkReads', () => {
  it('lets a network read pictures with fewer characters and lengths than it learnt', () => {
    assert.doesNotThrow(() => {
      checkReads(BLOCKS, schemeOf([picture('ab12')]).scheme);
    });
    assert.doesNotThrow(() => {
      checkReads(REPORT, { ...REPORT, name: 'mine', clean: [] });
    });
  });

  it('names both schemes and every difference otherwise', () => {
    assert.throws(
      () => {
        checkReads(REPORT, BLOCKS, { reader: 'The reader in out/reader' });
      },
      (error: Error) => {
        assert.equal(error.name, 'RangeError');
        assert.match(
          error.message,
          /^The reader in out\/reader learnt another scheme than the pictures have: sizes differ/,
        );
        assert.match(
          error.message,
          /\(200 x 50, 160 x 60\); it never learnt 0 1 9 a h .*; it reads 5 characters, not 4 to 6/,
        );
        assert.match(error.message, /\n {2}learnt: {3}report: .*\n {2}pictures: blocks: /);
        return true;
      },
    );
  });
});
