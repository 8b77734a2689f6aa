import { AUDITS, EXPERIMENTS, epochsOf, type Experiment, type Profile } from 'captcha-lab/experiments';
import { textTable } from '../notebook/textTable';

/** The experiments and audits there are, as tables for people or as JSON. */
export function listExperiments(profile: Profile, json: boolean): string {
  if (json) return JSON.stringify({ experiments: EXPERIMENTS, audits: AUDITS }, null, 2);
  const heading = [
    'name',
    'figure',
    'network',
    'optimiser',
    'trained on → measured on',
    `epochs (${profile.name})`,
    'the report',
  ];
  const nine = EXPERIMENTS.map((experiment) => [
    experiment.name,
    String(experiment.figure ?? ''),
    experiment.network.name,
    `${experiment.optimizer.kind} ${experiment.optimizer.learningRate}`,
    trainedOn(experiment),
    String(epochsOf(experiment, profile)),
    experiment.reported ? `${(100 * experiment.reported.accuracy).toFixed(2)}%` : '',
  ]);
  const audits = AUDITS.map(({ name, purpose }) => [name, purpose]);
  return [
    textTable([heading, ...nine]),
    '',
    textTable([['audit', 'what it asks'], ...audits]),
    '',
    'npm run experiments -- NAME… runs them; all and audit name them together; --help says more.',
  ].join('\n');
}

function trainedOn({ trainOn, augmentation, measureOn }: Experiment): string {
  return `${trainOn}${augmentation ? ' x 27' : ''} → ${measureOn}`;
}
