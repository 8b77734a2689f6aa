/** One thing wrong with one file of a data set. */
export interface DatasetProblem {
  /** The file, folder or line meant: `226m.png`, `split.csv line 7`. */
  readonly file: string;
  /** What is demanded: `the name must begin with five characters`. */
  readonly rule: string;
  /** What was found instead. */
  readonly received: string;
  /** What to do about it, a sentence. */
  readonly remedy: string;
}

/** Problems printed in a message; the rest are counted. All are in `problems`. */
const LISTED = 10;

/** Bad data, as opposed to a bad argument. The message lists the first ten problems and counts the rest. */
export class DatasetError extends Error {
  readonly problems: readonly DatasetProblem[];

  /** context: what was being done to what, `CAPTCHAs in data/captchas`. problems: at least one.
   *  advice: a closing sentence about all of them; cause: the system's error behind it. */
  constructor(
    context: string,
    problems: readonly DatasetProblem[],
    { advice, cause }: { advice?: string; cause?: unknown } = {},
  ) {
    super(describeProblems(context, problems, advice), cause === undefined ? undefined : { cause });
    this.name = 'DatasetError';
    this.problems = problems;
  }
}

function describeProblems(
  context: string,
  problems: readonly DatasetProblem[],
  advice: string | undefined,
): string {
  const lines = problems
    .slice(0, LISTED)
    .map(({ file, rule, received, remedy }) => `${file}: ${rule}, got ${received}. ${remedy}`);
  if (problems.length > LISTED) lines.push(`and ${problems.length - LISTED} more`);
  const closing = advice === undefined ? '' : problems.length === 1 ? ` ${advice}` : `\n${advice}`;
  if (problems.length === 1) return `${context}: ${lines[0]}${closing}`;
  return `${context}: ${problems.length} problems\n  ${lines.join('\n  ')}${closing}`;
}
