import { readFile } from 'node:fs/promises';
import type { SiteFiles } from '../notebookPage';
import { KERNELS_DATA } from './tryData';

/** File of the site with tfjs's kernels for WebAssembly. */
export const KERNELS_FILE = 'assets/kernels.js';

/** Adds `KERNELS_FILE`, once. */
export async function addKernels(files: SiteFiles): Promise<void> {
  if (files.has(KERNELS_FILE)) return;
  const binary = require.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm');
  const kernels = (await readFile(binary)).toString('base64');
  files.set(KERNELS_FILE, `globalThis.${KERNELS_DATA} = ${JSON.stringify(kernels)};\n`);
}
