/** A plausible wrong answer, and what its check must say of it. */
export interface WrongAnswer<M> {
  readonly mine: M;
  readonly says: string;
}

/** An exercise that checks itself. M is what is handed in: a function for most. */
export interface Exercise<M, S extends string | Promise<string> = string> {
  /** What is written, as the head of every message. */
  readonly name: string;
  /** Gives (or resolves with) a sentence when the answer is right; else throws (rejects with) ExerciseError. */
  readonly judge: (mine: M) => S;
  /** Wrong answers that the check has to tell from right ones, at least two. */
  readonly wrong: readonly WrongAnswer<M>[];
}
