import { openDataset, profileFromEnvironment, type Dataset, type Profile } from '../experiments';
import { tf } from '../tensorflow';
import { currentDisplay, type DisplaySink } from './display';
import { loadPlotly } from './plotlyScript';
import { quantity } from '../metrics';

/** What every notebook starts from. */
export interface Lab extends Dataset {
  readonly profile: Profile;
  /** For figures: `profile quick, generated data, 1070 CAPTCHAs`. */
  readonly subtitle: string;
}

/** Opens the data set and the profile that the environment names, and prints both with versions and seed.
 *  Throws as `openDataset` and `profileFromEnvironment` do. */
export async function openLab({ display = currentDisplay() }: { display?: DisplaySink } = {}): Promise<Lab> {
  const profile = profileFromEnvironment();
  const dataset = await openDataset();
  const { captchas, kind, name } = dataset;
  const data =
    kind === 'generated'
      ? `${quantity(captchas.length, 'CAPTCHA')} drawn by the generator (CAPTCHA_DATA names a folder of real ones)`
      : `${quantity(captchas.length, 'CAPTCHA')}, ${name}`;
  const text = [
    `data     ${data}`,
    `profile  ${profile.name} (${profile.duration}; CAPTCHA_PROFILE chooses quick, narrow, study or paper), seed ${profile.seed}`,
    `versions Node ${process.versions.node}, TensorFlow.js ${tf.version.tfjs}`,
  ].join('\n');
  display.show({ mime: 'text/plain', content: text, text, last: true });
  loadPlotly({ display });
  return {
    ...dataset,
    profile,
    subtitle: `profile ${profile.name}, ${name}, ${quantity(captchas.length, 'CAPTCHA')}`,
  };
}
