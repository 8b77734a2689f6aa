/** Exercises whose checks train or read for seconds; `npm run check -- exercises` has them, `npm test` the others. */
export const SLOW = ['adamSeeds', 'defence', 'learnKernel'];

/** Whether an exercise's check is to be run here. */
export function isChosen(name: string): boolean {
  return process.env.CAPTCHA_CHECK_EXERCISES === 'all' || !SLOW.includes(name);
}
