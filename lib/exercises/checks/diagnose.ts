import { functionExercise } from '../functionExercise';

/** What three accuracies tell. */
export type Finding = 'dead' | 'by heart' | 'domain shift' | 'fine';

function find(
  learnt: number,
  same: number,
  target: number,
  order: readonly Finding[] = ['dead', 'by heart', 'domain shift'],
): Finding {
  const holds: Record<Finding, boolean> = {
    dead: learnt < 0.15,
    'by heart': learnt - same > 0.1,
    'domain shift': same - target > 0.1,
    fine: true,
  };
  return order.find((finding) => holds[finding]) ?? 'fine';
}

/** Notebook 7: what is the matter with a network. */
export const diagnose = functionExercise<[number, number, number], Finding>({
  name: 'Diagnosis',
  inputs: ['learnt', 'same', 'target'],
  reference: (learnt, same, target) => find(learnt, same, target),
  cases: [
    [0.96, 0.95, 0.94],
    [0.985, 0.996, 0.281],
    [0.99, 0.7, 0.68],
    [0.1, 0.1, 0.1],
    [0.99, 0.7, 0.3],
  ],
  random: (random) => [
    random.integer(4) === 0 ? 0.14 * random.uniform() : 0.5 + 0.5 * random.uniform(),
    random.uniform(),
    random.uniform(),
  ],
  suspects: [
    {
      mine: (learnt, same, target) => find(learnt, same, target, ['dead', 'domain shift', 'by heart']),
      says: 'Where both hold, say by heart first: what was learnt by heart has to be mended before the second gap means anything.',
    },
    {
      mine: (learnt, _same, target) => find(learnt, target, target, ['dead', 'by heart']),
      says: 'You compare what was learnt with what it is for. The accuracy in between tells which of the two gaps it is.',
    },
    {
      mine: (learnt, same, target) => find(learnt, same, target, ['by heart', 'domain shift']),
      says: 'Below 15% on what it was trained on a network has learnt nothing: dead. Whoever answers n to everything gets a tenth.',
    },
  ],
});
