import { findExperiment, openExperimentData, PROFILES, runExperiment } from 'captcha-lab/experiments';
import { tf } from 'captcha-lab/tensorflow';
import { measured } from './serveRounds';

// An epoch of Table IV as the profile `quick` trains it; prints one JSON object. Argument: the folder of CAPTCHAs.
void (async () => {
  const experiment = findExperiment('dropout50');
  const { quick } = PROFILES;
  const profile = { ...quick, experimentEpochs: { ...quick.experimentEpochs, [experiment.base]: 1 } };
  const cost = await measured(async () => {
    const { data } = await openExperimentData({ environment: { CAPTCHA_DATA: process.argv[2] } });
    await runExperiment(experiment, { profile, seed: profile.seed, data });
  });
  console.log(JSON.stringify({ ...cost, versions: { tfjs: tf.version.tfjs, node: process.versions.node } }));
})();
