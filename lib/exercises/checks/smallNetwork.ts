import { buildModel, describeNetwork, type NetworkSpec } from '../../model';
import { TABLE_II, TABLE_V } from '../../report';
import type { Exercise } from '../exercise';
import { ExerciseError } from '../exerciseError';

type Design = () => NetworkSpec;

const NAME = 'A network that is smaller';
const MOST = 3_000_000;
const full = new Intl.NumberFormat('en-US');

function judge(mine: Design): string {
  const fail = (sentence: string): never => {
    throw new ExerciseError(`✗ ${NAME}: ${sentence}`);
  };
  if (typeof mine !== 'function')
    return fail('this check takes the function itself, without brackets after it.');
  const given = mine() as NetworkSpec | undefined;
  if (!Array.isArray(given?.layers)) return fail('return { name, purpose, layers }, as TABLE_V has them.');
  // The same pictures and classes for all, whatever else was said.
  const spec: NetworkSpec = { ...given, input: TABLE_V.input, classes: TABLE_V.classes };
  const convolutions = spec.layers.filter(({ kind }) => kind === 'convolution').length;
  if (convolutions < 2)
    return fail(`it has ${convolutions} convolutions; keep at least two, else it cannot see shapes.`);
  let size: ReturnType<typeof describeNetwork>;
  try {
    size = describeNetwork(spec);
    buildModel(spec, { seed: 1, width: 1 / 16 }).dispose();
  } catch (error) {
    if (error instanceof ExerciseError) throw error;
    return fail(`it cannot be built: ${error instanceof Error ? error.message : String(error)}`);
  }
  const [theirs, first] = [describeNetwork(TABLE_V), describeNetwork(TABLE_II)];
  const flat = size.rows.find(({ kind }) => kind === 'flatten')?.outputShape[0] ?? 0;
  if (size.parameters > MOST) {
    return fail(
      `${full.format(size.parameters)} parameters, at most ${full.format(MOST)} are asked (Table V has ${full.format(theirs.parameters)}). ` +
        `${full.format(flat)} numbers go into the first full layer, and each is wired to every unit: pool once more, or make fewer.`,
    );
  }
  if (size.multiplyAdds > theirs.multiplyAdds) {
    return fail(
      `${full.format(size.parameters)} parameters are few enough, but ${Math.round(size.multiplyAdds / 1e6)} million multiply-adds are more than Table V's ` +
        `${Math.round(theirs.multiplyAdds / 1e6)} million: small in memory, not in time. Convolutions on large maps are what costs time.`,
    );
  }
  return (
    `✓ ${NAME}: ${full.format(size.parameters)} parameters and ${Math.round(size.multiplyAdds / 1e6)} million multiply-adds ` +
    `(Table V ${full.format(theirs.parameters)} and ${Math.round(theirs.multiplyAdds / 1e6)}, Table II ${full.format(first.parameters)} and ${Math.round(first.multiplyAdds / 1e6)}).`
  );
}

/** Notebook 6: a network that is smaller than Table V in parameters and in work. */
export const smallNetwork: Exercise<Design> = {
  name: NAME,
  judge,
  wrong: [
    { mine: () => TABLE_V, says: 'numbers go into the first full layer' },
    {
      mine: () => ({
        name: 'slow',
        purpose: 'few parameters, much work',
        layers: [
          { kind: 'convolution', filters: 256, kernel: [3, 3] },
          { kind: 'convolution', filters: 256, kernel: [3, 3] },
          { kind: 'pooling', size: [2, 2] },
          { kind: 'pooling', size: [2, 2] },
          { kind: 'pooling', size: [2, 2] },
          { kind: 'output' },
        ],
      }),
      says: 'small in memory, not in time',
    },
    {
      mine: () => ({
        name: 'flat',
        purpose: 'no shapes',
        layers: [{ kind: 'convolution', filters: 8, kernel: [3, 3] }, { kind: 'output' }],
      }),
      says: 'keep at least two',
    },
  ],
};
