// Draws labelled pictures with the npm package `svg-captcha`, a generator in common use that nobody here wrote:
//   node --import tsx scripts/strength/sets/svgCaptchas.ts OUT --count 600 --seed 1
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { writeFileWhole } from 'captcha-lab/files';
import { drawSvgCaptchas } from 'captcha-lab/sets';
import { runCommand } from '../../command';

async function main(): Promise<void> {
  const program = new Command('svgCaptchas')
    .argument('<OUT>', 'folder, new or empty')
    .option('--count <N>', 'how many pictures', Number, 600)
    .option('--seed <N>', 'a whole number', Number, 1)
    .parse();
  const { count, seed } = program.opts<{ count: number; seed: number }>();
  const out = path.resolve(process.env.INIT_CWD ?? process.cwd(), program.args[0]);
  await mkdir(out, { recursive: true });
  if ((await readdir(out)).length > 0)
    throw new Error(`OUT must be new or empty, got ${out}. Name another folder.`);
  const drawn = await drawSvgCaptchas({ count, seed });
  for (const { file, png } of drawn) await writeFileWhole(path.join(out, file), png);
}

void runCommand(main);
