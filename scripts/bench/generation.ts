import { generateCaptcha } from 'captcha-lab/generator';
import { serveRounds } from './serveRounds';

// Drawing CAPTCHAs. Argument: how many a round.
const count = Number(process.argv[2]);
const draw = (many: number): void => {
  for (let seed = 1; seed <= many; seed++) generateCaptcha({ seed });
};
void serveRounds({
  versions: { node: process.versions.node },
  warmUp: () => {
    draw(Math.ceil(count / 20));
  },
  round() {
    draw(count);
    return { examples: count };
  },
});
