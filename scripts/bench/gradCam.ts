import { buildModel } from 'captcha-lab/model';
import { TABLE_IV } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { gradCam } from 'captcha-lab/visualize';
import { randomPictures } from './randomPictures';
import { serveRounds } from './serveRounds';

// Grad-CAM at Table IV's last convolution. Arguments: width, pictures, calls a round.
const [width, count, calls] = process.argv.slice(2).map(Number);
const model = buildModel(TABLE_IV, { seed: 1, width });
const pictures = randomPictures(count);
const look = (): unknown => gradCam(model, pictures, { inputScale: 1 / 255 });
void serveRounds({
  versions: { tfjs: tf.version.tfjs, node: process.versions.node },
  warmUp: look,
  round() {
    for (let call = 0; call < calls; call++) look();
    return {};
  },
});
