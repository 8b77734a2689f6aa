import { buildModel } from 'captcha-lab/model';
import { TABLE_IV } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { predictClasses } from 'captcha-lab/training';
import { randomExamples } from './randomPictures';
import { serveRounds } from './serveRounds';
import { timedCalls } from './timedCalls';

// Answers of Table IV. Arguments: width, pictures in a call, calls a round.
const [width, pictures, calls] = process.argv.slice(2).map(Number);
const model = buildModel(TABLE_IV, { seed: 1, width });
const source = randomExamples(pictures);
const predict = (): unknown => predictClasses(model, source, { inputScale: 1 / 255 });
void serveRounds({
  versions: { tfjs: tf.version.tfjs, node: process.versions.node },
  warmUp: predict,
  round: () => ({ examples: pictures * calls, ...timedCalls(calls, predict) }),
});
