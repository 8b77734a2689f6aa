import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeFileWhole } from 'captcha-lab/files';
import { drawBoxes } from 'captcha-lab/image';
import { generateCaptcha } from 'captcha-lab/generator';
import { imageGrid } from 'captcha-lab/notebook';
import { cropBoxes, preprocess } from 'captcha-lab/report';
import { runCommand } from './command';
import { wayOfCaptcha } from './picture/wayOfCaptcha';
import { waySvg } from './picture/waySvg';

const ROOT = path.dirname(__dirname);

// Draws the pictures of README.md and docs/house.md: node --import tsx scripts/picture.ts
void runCommand(async () => {
  await write('notebooks/pictures/walkthrough.png', walkthrough());
  await write('docs/pictures/way.svg', await waySvg(await wayOfCaptcha({ text: '7ex5b', seed: 5 })));
});

/** One generated CAPTCHA on its way to five characters. */
function walkthrough(): Buffer {
  const { image } = generateCaptcha({ text: '7ex5b', seed: 5 });
  const { otsu, dilated, eroded, clean } = preprocess(image);
  return imageGrid([image, otsu, dilated, eroded, clean, drawBoxes(clean, cropBoxes())], {
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
  }).png;
}

async function write(name: string, content: string | Buffer): Promise<void> {
  const file = path.join(ROOT, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFileWhole(file, content);
  console.log(file);
}
