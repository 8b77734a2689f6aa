/** Throws RangeError, naming `caller`, unless there are as many confidences from 0 to 1 as answers. @internal */
export function checkAnswers(
  caller: string,
  confidences: ArrayLike<number>,
  correct: readonly boolean[],
): void {
  if (confidences.length !== correct.length) {
    throw new RangeError(
      `${caller}: confidences and correct must be as many, got ${confidences.length} and ${correct.length}.`,
    );
  }
  const wrong = Array.from(confidences).findIndex((value) => !(value >= 0 && value <= 1));
  if (wrong !== -1) {
    throw new RangeError(`${caller}: confidences[${wrong}] must be 0 to 1, got ${confidences[wrong]}.`);
  }
}
