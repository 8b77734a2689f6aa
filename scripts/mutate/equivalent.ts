/** Mutants that no test can kill, each with the reason. The key is the one that the tester prints: file, kind, line before and after. */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  'lib/metrics/normalQuantile.ts | sign | return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0); | return coefficients.reduceRight((sum, coefficient) => sum * x - coefficient, 0);':
    'both polynomials change their sign, and only their quotient is used',
  'lib/augment/writeShifted.ts | constant | const right = dx > 0 ? Math.min(width, dx) : width; | const right = dx > 1 ? Math.min(width, dx) : width;':
    'variants are shifted by -3, 0 or 3 pixels, never by 1',
  'lib/preprocess/inkBox.ts | constant | let [left, right, top, bottom] = [width, -1, height, -1]; | let [left, right, top, bottom] = [width, -1, height, -2];':
    'where there is ink, bottom is set before it is read, and without ink it is not read',
  'lib/preprocess/inkBox.ts | sign | let [left, right, top, bottom] = [width, -1, height, -1]; | let [left, right, top, bottom] = [width, -1, height, 1];':
    'where there is ink, bottom is set before it is read, and without ink it is not read',
  'lib/data/createFileReader.ts | constant | const ROOM = 2 ** 16; | const ROOM = 2 ** 17;':
    'the memory set aside at first decides how fast a file is read, not what is read',
  'lib/data/surveyPictures.ts | condition | if (index % AT_ONCE === AT_ONCE - 1) await setImmediate(); | if (!(index % AT_ONCE === AT_ONCE - 1)) await setImmediate();':
    'it decides when others get their turn, not what is found',
};
