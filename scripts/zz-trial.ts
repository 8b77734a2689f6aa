import { loadPictures } from 'captcha-lab/data';
import { schemeOf } from 'captcha-lab/scheme';
import {
  inputSize,
  labelledInputs,
  buildRecognizer,
  trainRecognizer,
  recognize,
} from 'captcha-lab/recognizer';
import { createRandom } from 'captcha-lab/random';
const [folder, nTrain, nTest, passes, seed, lr] = [
  process.argv[2],
  ...process.argv.slice(3).map(Number),
] as any[];
async function main() {
  const pics = createRandom(7)
    .shuffle(await loadPictures(folder))
    .slice(0, nTrain + nTest);
  const { scheme } = schemeOf(pics);
  const size = inputSize(scheme);
  const train = labelledInputs(pics.slice(0, nTrain), { size, alphabet: scheme.alphabet });
  const test = labelledInputs(pics.slice(nTrain), { size, alphabet: scheme.alphabet });
  const model = buildRecognizer(scheme, { seed });
  const steps = Math.round((passes * nTrain) / 32);
  const cpu = process.cpuUsage();
  const r = await trainRecognizer(model, {
    pictures: train,
    steps,
    seed,
    learningRate: lr,
    now: () => performance.now(),
    every: 50,
    onProgress: (p) =>
      console.log(
        p.step,
        p.steps,
        p.loss.toFixed(3),
        p.seconds.toFixed(1),
        (process.cpuUsage(cpu).user / 1e6).toFixed(0),
      ),
  });
  const c = process.cpuUsage(cpu);
  const out = recognize(model, test, { scheme });
  const right = out.filter((o, i) => o.text === pics[nTrain + i].label).length;
  console.log(
    `RESULT n=${nTrain} passes=${passes} seed=${seed} lr=${lr}: ${right}/${out.length} = ${((100 * right) / out.length).toFixed(2)}% wall ${r.seconds.toFixed(0)} cpu ${((c.user + c.system) / 1e6).toFixed(0)}`,
  );
}
void main();
