import path from 'node:path';

/** Code of a notebook, and what messages call it. */
export interface NotebookCode {
  readonly name: string;
  readonly code: string;
}

const ROOT = path.join(__dirname, '..', '..');

/** What the compiler inside of the tslab kernel would complain of, one line a problem; it sees the compiled library, as
 *  notebooks do, so `npm run setup` must have run. */
export function typeProblems(sources: readonly NotebookCode[]): string[] {
  // tslab brings a TypeScript of its own, older than the one that checks this file.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- found from tslab's folder
  const ts = require(
    require.resolve('@tslab/typescript-for-tslab', { paths: [path.join(ROOT, 'node_modules', 'tslab')] }),
  ) as typeof import('typescript');
  const options = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
    moduleDetection: ts.ModuleDetectionKind.Force,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
    typeRoots: [path.join(ROOT, 'node_modules', '@types')],
  };
  const files = new Map(
    sources.map(({ name, code }) => [
      path.join(ROOT, 'notebooks', 'exercises', `${name}.ts`),
      { name, code },
    ]),
  );
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  const exists = host.fileExists.bind(host);
  host.fileExists = (file) => files.has(path.normalize(file)) || exists(file);
  host.readFile = (file) => files.get(path.normalize(file))?.code ?? read(file);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const held = file && files.get(path.normalize(file.fileName));
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${held?.name ?? file?.fileName ?? ''}, line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
