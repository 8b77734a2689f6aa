import { loadCaptchas } from 'captcha-lab/data';
import { extractCharacters } from 'captcha-lab/preprocess';
import { measured } from './measured';

// A folder of CAPTCHAs into crops; prints one JSON object with seconds. Argument: the folder. Everything from the list of files on is
// timed, once, as a user meets it: nothing is warm.
void (async () => {
  const [folder] = process.argv.slice(2);
  let sum = 0;
  const cost = await measured(async () => {
    const { pixels } = extractCharacters(await loadCaptchas(folder, { labels: 'report' }));
    for (const pixel of pixels) sum += pixel;
  });
  console.log(JSON.stringify({ ...cost, sum, versions: { node: process.versions.node } }));
})();
