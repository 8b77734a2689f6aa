import { NotDoneYet } from './exerciseError';

/** Runs what needs an answer of the exercise above it. Where that is not written yet it says so and goes on, so that the
 *  cells behind it still run. Other errors pass. */
export function whenDone(use: () => void): void {
  try {
    use();
  } catch (error) {
    if (!(error instanceof NotDoneYet)) throw error;
    console.log('Not done yet: this cell needs your answer to the exercise above.');
  }
}
