import { isBuiltin } from 'node:module';
import path from 'node:path';
import { build as bundle, type Plugin } from 'esbuild';

const LIB = path.join(__dirname, '..', '..', '..', '..', 'lib');
const HERE = path.join(__dirname, 'browser');

/** Files of lib that only Node can run, and what stands in for them in a browser. */
const STAND_INS: Readonly<Record<string, string>> = {
  'tensorflow/index.ts': 'tf.ts',
  'generator/bundledFonts.ts': 'bundledFonts.ts',
  'generator/moreFonts.ts': 'moreFonts.ts',
  'generator/loadFont.ts': 'loadFont.ts',
  'generator/glyph.ts': 'glyph.ts',
};

/** Packages of lib that work in a browser as they are. */
const PORTABLE = /^(@tensorflow\/tfjs-(core|layers|backend-cpu|backend-wasm)|pure-rand)(\/|$)/;

/** Lets a room of lib be imported by its index: files that the page does not use are left out, with what they import, and so
 *  never reach Node's modules. */
const libForBrowsers: Plugin = {
  name: 'lib-for-browsers',
  setup(build) {
    build.onResolve({ filter: /^[./]/ }, async ({ path: wanted, pluginData, ...from }) => {
      if (pluginData === 'asked' || !from.importer.startsWith(LIB)) return undefined;
      const found = await build.resolve(wanted, { ...from, pluginData: 'asked' });
      const standIn = STAND_INS[path.relative(LIB, found.path).split(path.sep).join('/')];
      return { ...found, path: standIn ? path.join(HERE, standIn) : found.path, sideEffects: false };
    });
    build.onResolve({ filter: /^[^./]/ }, ({ path: wanted, importer }) =>
      importer.startsWith(LIB) && (isBuiltin(wanted) || !PORTABLE.test(wanted))
        ? { path: wanted, namespace: 'absent', sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'absent' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** The script of a page, minified, as one classic script: pages on disk may not import modules.
 *  entry: its main file. Throws Error when something of lib that only runs in Node is left in it. */
export async function bundlePageScript(entry: string): Promise<string> {
  const { outputFiles, metafile } = await bundle({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    plugins: [libForBrowsers],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const absent = Object.entries(inputs).find(
    ([name, { bytesInOutput }]) => name.startsWith('absent:') && bytesInOutput > 0,
  );
  if (absent) {
    throw new Error(
      `bundlePageScript: ${absent[0].replace('absent:', '')} only runs in Node, but the page's script came to use it; import a narrower file.`,
    );
  }
  return outputFiles[0].text;
}
