import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { tf } from './tf';

const BINARIES = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
] as const;

/** Starts WebAssembly, or plain JavaScript, some six times as slow with the same answers, where the browser lacks its SIMD
 *  instructions or refuses it. kernels: tfjs's binary with SIMD, for one thread. */
export async function startBackend(kernels: Uint8Array<ArrayBuffer>): Promise<'wasm' | 'cpu'> {
  const source = URL.createObjectURL(new Blob([kernels], { type: 'application/wasm' }));
  try {
    // More threads need headers that only a server can send.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    if (await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')) {
      setWasmPaths(Object.fromEntries(BINARIES.map((name) => [name, source])));
      if (await tf.setBackend('wasm')) return 'wasm';
    }
  } catch {
    // Said on the page, by what is returned.
  } finally {
    URL.revokeObjectURL(source);
  }
  await tf.setBackend('cpu');
  return 'cpu';
}
