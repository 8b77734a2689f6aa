import { augmentExamples } from '../augment';
import { CAPTCHA_LENGTH, examplesOfCaptchas } from '../report';
import {
  copiesAmongCharacters,
  selectExamples,
  splitByCaptcha,
  splitByCharacter,
  type CharacterSet,
  type ExampleSource,
  type Split,
} from '../data';
import type { Experiment } from './experiment';

/** What an experiment learns from and is measured on. */
export interface ExperimentSources {
  readonly train: ExampleSource;
  /** The set whose curve is the experiment's. */
  readonly validation: ExampleSource;
  /** A set that nothing was chosen on: the test set, where the experiment is not measured on it anyway. */
  readonly test: ExampleSource | undefined;
}

export interface ExperimentSourcesOptions {
  /** The characters of the CAPTCHAs. */
  readonly set: CharacterSet;
  /** What 'emnist' trains on; needed for that one only. */
  readonly handwriting?: CharacterSet | undefined;
  /** Seed of the division. */
  readonly splitSeed: number;
  /** The report's own division, where the set has it; 'report' takes it, and the seeded one by character without. */
  readonly reportSplit?: Split | undefined;
}

/** Divides the characters as the experiment asks. Copies of one picture stay on one side. Nothing is copied; variants are computed when they are read.
 *  Throws RangeError when the experiment needs handwriting and there is none. */
export function experimentSources(
  { name, trainOn, augmentation, measureOn, splitBy }: Experiment,
  { set, handwriting, splitSeed, reportSplit }: ExperimentSourcesOptions,
): ExperimentSources {
  const groups = copiesAmongCharacters(set, { length: CAPTCHA_LENGTH });
  const split =
    splitBy === 'captcha'
      ? wholeCaptchas(set, { seed: splitSeed, groups })
      : ((splitBy === 'report' ? reportSplit : undefined) ??
        splitByCharacter(set, { seed: splitSeed, groups: ofTheirCharacters(set, groups) }));
  const learn = (from: CharacterSet, indices: Int32Array): ExampleSource =>
    augmentation ? augmentExamples(from, indices) : selectExamples(from, indices);
  let train: ExampleSource;
  if (trainOn === 'emnist') {
    if (!handwriting) {
      throw new RangeError(`Experiment ${name} trains on EMNIST, which was not given; see loadEmnist.`);
    }
    train = learn(
      handwriting,
      Int32Array.from({ length: handwriting.count }, (_, index) => index),
    );
  } else {
    const parts = trainOn === 'train' ? [split.train] : [split.train, split.validation];
    train = learn(set, Int32Array.from(parts.flatMap((indices) => [...indices])));
  }
  return {
    train,
    validation: selectExamples(set, split[measureOn]),
    test: measureOn === 'test' ? undefined : selectExamples(set, split.test),
  };
}

/** A number for each example that copies of a CAPTCHA share at each position. */
function ofTheirCharacters(set: CharacterSet, groups: Int32Array): Int32Array {
  return Int32Array.from(
    { length: set.count },
    (_, example) =>
      groups[Math.floor(example / CAPTCHA_LENGTH)] * CAPTCHA_LENGTH + (example % CAPTCHA_LENGTH),
  );
}

function wholeCaptchas(set: CharacterSet, options: { seed: number; groups: Int32Array }): Split {
  const { train, validation, test } = splitByCaptcha(set.count / CAPTCHA_LENGTH, options);
  return {
    train: examplesOfCaptchas(train),
    validation: examplesOfCaptchas(validation),
    test: examplesOfCaptchas(test),
  };
}
