import { buildModel, TABLE_IV } from 'captcha-lab/model';
import { tf } from 'captcha-lab/tensorflow';
import { gradientAscent } from 'captcha-lab/visualize';
import { measured } from './measured';

// Gradient ascent on filters of Table IV's last convolution; prints one JSON object with seconds.
// Arguments: width, filters, steps. Making the net and a first step are not timed, as in the peer.
const [width, filters, steps] = process.argv.slice(2).map(Number);
const model = buildModel(TABLE_IV, { seed: 1, width });
const chosen = Array.from({ length: filters }, (_, filter) => filter);
const climb = (count: number): unknown =>
  gradientAscent(model, {
    layer: 'convolution_4',
    filters: chosen,
    steps: count,
    seed: 1,
    inputScale: 1 / 255,
  });
climb(1);
void measured(() => climb(steps)).then((cost) => {
  console.log(JSON.stringify({ ...cost, versions: { tfjs: tf.version.tfjs } }));
});
