import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeFileWhole } from 'captcha-lab/image';
import { generateCaptcha } from 'captcha-lab/generator';
import { imageGrid } from 'captcha-lab/notebook';
import { cropBoxes, preprocess } from 'captcha-lab/report';
import { drawBoxes } from 'captcha-lab/image';
import { runCommand } from './command';

// Draws the README's picture: one generated CAPTCHA on its way to five characters.
void runCommand(async () => {
  const { image } = generateCaptcha({ text: '7ex5b', seed: 5 });
  const { otsu, dilated, eroded, clean } = preprocess(image);
  const { png } = imageGrid([image, otsu, dilated, eroded, clean, drawBoxes(clean, cropBoxes())], {
    columns: 3,
    scale: 1,
    captions: [
      'a CAPTCHA',
      'ink or paper',
      'lines thinned away',
      'strokes restored',
      'cleaned',
      'five boxes',
    ],
  });
  const file = path.join(__dirname, '..', 'notebooks', 'pictures', 'walkthrough.png');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFileWhole(file, png);
  console.log(file);
});
