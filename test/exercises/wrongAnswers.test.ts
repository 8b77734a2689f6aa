import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXERCISES, ExerciseError, type Exercise } from 'captcha-lab/exercises';
import { isChosen } from './slowExercises';

type AnyExercise = Exercise<unknown, string | Promise<string>>;
const entries = Object.entries(EXERCISES) as unknown as [string, AnyExercise][];
const chosen = entries.filter(([name]) => isChosen(name));

describe('wrong answers', () => {
  for (const [name, { judge, wrong }] of chosen) {
    it(`${name} rejects ${wrong.length}, and says of each what is wrong with it`, async () => {
      assert.ok(wrong.length >= 2, `${name} keeps ${wrong.length}`);
      for (const { mine, says } of wrong) {
        await assert.rejects(
          async () => judge(mine),
          (error) => {
            assert.ok(error instanceof ExerciseError, String(error));
            assert.ok(error.message.includes(says), `expected "${says}" in:\n${error.message}`);
            return true;
          },
        );
      }
    });
  }
});
