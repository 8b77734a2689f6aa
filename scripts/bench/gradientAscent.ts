import { buildModel } from 'captcha-lab/model';
import { TABLE_IV } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { gradientAscent } from 'captcha-lab/visualize';
import { serveRounds } from './serveRounds';

// Gradient ascent on filters of Table IV's last convolution. Arguments: width, filters, steps a round.
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
void serveRounds({
  versions: { tfjs: tf.version.tfjs, node: process.versions.node },
  warmUp: () => climb(1),
  round() {
    climb(steps);
    return {};
  },
});
