import { CLEAN_PAGE } from './clean/cleanPage';
import { NETWORK_PAGE } from './network/networkPage';
import { TRY_PAGE } from './try/tryPage';

/** A page on which something can be tried. */
export interface BenchPage {
  readonly page: string;
  readonly title: string;
  /** What is done there, in some words, and in a sentence. */
  readonly what: string;
  readonly invitation: string;
}

/** The pages on which something can be tried, as the overview has them. */
export const BENCH_PAGES: readonly BenchPage[] = [
  {
    page: TRY_PAGE,
    title: 'See a CAPTCHA being read',
    what: 'defend it, and read against the machine',
    invitation:
      'Draw one, or choose a picture: a network reads it in your browser and shows where it looked.',
  },
  {
    page: CLEAN_PAGE,
    title: 'Clean a CAPTCHA',
    what: 'turn the knobs of the preprocessing',
    invitation:
      'Turn the knobs of the preprocessing, move the boxes, and take the steps along as TypeScript.',
  },
  {
    page: NETWORK_PAGE,
    title: 'Look into a network',
    what: 'its maps, its classes, and what a filter waits for',
    invitation:
      "Draw a character, and see each layer's maps, the classes that it might be, and what a filter waits for.",
  },
];
