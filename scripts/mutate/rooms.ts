/** Rooms of lib that the mutation tester knows, and the folders of tests that answer for each. What the report's crops and picture
 *  steps hold of `preprocess` is tested with the report's set. */
export const TESTS_OF: Readonly<Record<string, readonly string[]>> = {
  image: ['test/image'],
  data: ['test/data'],
  preprocess: [
    'test/preprocess',
    'test/scheme/otherScheme.test.ts',
    'test/report/preprocess.test.ts',
    'test/report/cropBoxes.test.ts',
    'test/report/cropCharacters.test.ts',
    'test/report/extractCharacters.test.ts',
    'test/report/inkOutsideBoxes.test.ts',
  ],
  scheme: ['test/scheme'],
  augment: ['test/augment'],
  metrics: ['test/metrics'],
  model: ['test/model'],
  training: ['test/training'],
  visualize: ['test/visualize'],
  reader: ['test/reader'],
};
