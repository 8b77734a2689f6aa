/** What a check throws when an exercise is not solved: a sentence for the person who wrote it. Its stack is that
 *  sentence, for where in the library it was thrown helps nobody. */
export class ExerciseError extends Error {
  override readonly name = 'ExerciseError';

  constructor(message: string) {
    super(message);
    this.stack = message;
  }
}

/** Thrown by `todo`: nothing has been written yet. */
export class NotDoneYet extends ExerciseError {}
