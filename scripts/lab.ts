import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { runCommand } from './command';
import { kernelHint } from './lab/kernelHint';
import { jupyterEnvironment, jupyterPython } from './jupyter';

const ROOT = path.dirname(__dirname);

const program = new Command('npm run lab --')
  .description(
    'Opens JupyterLab on notebooks/ with the tslab kernel. The library is recompiled when a file in lib/ changes; ' +
      'restart the kernel of a notebook to take the change in. Ctrl-C ends everything.',
  )
  .argument('[options...]', 'options of `jupyter lab`, passed on as they are')
  .option('--print-kernel', 'say where the kernel is, and how VS Code or a JupyterLab of your own finds it')
  .helpOption('-h, --help', 'show this help')
  .allowUnknownOption()
  .addHelpText(
    'after',
    '\nExamples:\n' +
      '  npm run lab\n' +
      '  npm run lab -- --print-kernel\n' +
      '  npm run lab -- --no-browser --port=9999\n' +
      '  npm run lab -- --ip=0.0.0.0 --no-browser      (in a container)\n',
  );

/** Compiles the library now and at every change; prints only errors and that they are gone. */
function watchLibrary(): ChildProcess {
  const compiler = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [
    compiler,
    '-p',
    path.join(ROOT, 'lib'),
    '--watch',
    '--preserveWatchOutput',
    '--pretty',
    'false',
  ];
  const watcher = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let broken = false;
  watcher.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n')) {
      const found = /Found (\d+) error/.exec(line)?.[1];
      if (line.includes('error TS')) console.error(`[library] ${line}`);
      if (found === undefined) continue;
      if (found !== '0' || broken) {
        console.error(
          `[library] ${found === '0' ? 'compiles again' : `${found} ${found === '1' ? 'error' : 'errors'}`}; restart the kernel to use it`,
        );
      }
      broken = found !== '0';
    }
  });
  return watcher;
}

/** Jupyter's, with our settings in scripts/lab before those of the person's home. */
function labEnvironment(): NodeJS.ProcessEnv {
  const env = jupyterEnvironment(ROOT);
  const settings = [path.join(ROOT, 'scripts', 'lab'), env.JUPYTER_CONFIG_PATH].filter(Boolean);
  return {
    ...env,
    JUPYTER_CONFIG_PATH: settings.join(path.delimiter),
    CAPTCHA_LAB_NOTEBOOKS: path.join(ROOT, 'notebooks'),
  };
}

function startLab(options: readonly string[]): ChildProcess {
  // Off a terminal, Ctrl-C's signal makes the server leave its kernels behind; SIGTERM never does. So the server gets a
  // session of its own, where Ctrl-C does not reach it, and `serve` sends it SIGTERM.
  const args = ['-I', '-m', 'jupyterlab', '-y'];
  if (process.getuid?.() === 0) args.push('--allow-root');
  return spawn(jupyterPython(ROOT), [...args, ...options], {
    cwd: path.join(ROOT, 'notebooks'),
    env: labEnvironment(),
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
}

async function lab(options: readonly string[]): Promise<void> {
  if (!existsSync(jupyterPython(ROOT))) throw new Error('JupyterLab is not installed; run `npm run setup`.');
  const watcher = watchLibrary();
  try {
    const code = await serve(options);
    if (code !== 0) throw new Error(`JupyterLab ended with code ${code}; what it printed above says why.`);
  } finally {
    watcher.kill();
  }
}

/** Runs the server until it ends or a signal stops it; resolves with its exit code. */
function serve(options: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = startLab(options);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => server.kill('SIGTERM'));
    }
    server.on('error', reject);
    server.on('exit', (code, signal) => {
      resolve(code ?? (signal === 'SIGTERM' ? 0 : 1));
    });
  });
}

void runCommand(async () => {
  const options = process.argv.slice(2);
  if (options.some((option) => option === '--help' || option === '-h')) program.help();
  if (options.includes('--print-kernel')) console.log(kernelHint(ROOT));
  else await lab(options);
});
