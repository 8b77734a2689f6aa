/* eslint-disable @typescript-eslint/no-require-imports, @typescript-eslint/no-unused-vars -- every Node must be able to read this
   file far enough to say that it is too old: ES5 only. */
'use strict';

var childProcess = require('child_process');
var fs = require('fs');
var os = require('os');
var path = require('path');

var root = path.dirname(__dirname);

/** What `npm run <name>` starts: file in scripts/, and what it is for. */
var COMMANDS = {
  start: { file: 'start.ts', text: 'run the notebooks in order and write out/ (npm start)' },
  test: { file: 'test.mjs', text: 'types, lint, format and the tests (npm test)' },
  types: { file: 'types.mjs', text: 'the types of all TypeScript, one of the checks of npm test' },
  lint: { file: 'lint.mjs', text: 'the lint rules, with -- --fix mended; another of them' },
  format: { file: 'format.mjs', text: 'format all files; npm test checks that they are' },
  site: {
    file: 'site.ts',
    text: 'the pages of the notebooks as they are in the repository, without running them',
  },
  lab: { file: 'lab.ts', text: 'open JupyterLab on the notebooks; the library recompiles on change' },
  setup: { file: 'setup.mjs', text: 'only install what is missing, as every command does' },
  doctor: { file: 'doctor.mjs', text: 'OK or FAIL for each thing the kit needs' },
  data: { file: 'data.ts', text: 'import the CAPTCHAs or EMNIST into data/' },
  preprocess: { file: 'preprocess.ts', text: 'every step of the preprocessing for your own pictures' },
  read: { file: 'read.ts', text: 'what CAPTCHAs say, and how sure that is' },
  strength: { file: 'strength.ts', text: 'how many labels it takes to read your own CAPTCHA' },
  generate: { file: 'generate.ts', text: 'draw labelled CAPTCHAs' },
  export: { file: 'export.ts', text: 'the figures as PNG, SVG, PDF, JSON and CSV' },
  experiments: { file: 'experiments.ts', text: "the report's experiments: run, resume, share, export" },
  models: { file: 'models.ts', text: 'train the networks that come with the kit anew' },
  readers: { file: 'readers.ts', text: 'the readers of whole CAPTCHAs over five folds of the real ones' },
  bench: { file: 'bench.ts', text: 'the kit against OpenCV and Keras on this machine' },
  notebooks: { file: 'notebooks.ts', text: 'upkeep of the notebooks in this repository' },
  exercises: {
    file: 'exercises.ts',
    text: "exercise notebooks: students' copies, solutions, a course for nbgrader",
  },
  diagrams: { file: 'diagrams.ts', text: 'the diagrams of the notebooks, drawn anew' },
  slides: { file: 'slides.ts', text: 'slides from a notebook, offline, figures live: npm run slides -- 2' },
  check: { file: 'check.mjs', text: 'the heavier comparisons: OpenCV, other Nodes' },
  mutate: { file: 'mutate.ts', text: 'small changes of the library that no test notices' },
  'check-nodes': { file: 'check-nodes.mjs', text: 'npm test in fresh clones under other Nodes' },
  'check-setup': { file: 'check-setup.mjs', text: 'real set-ups from bare clones, killed, offline, crowded' },
};

/** Names that commands had, and where they went. */
var MOVED = {
  study:
    '`npm run study` is `npm run readers` now, with the same arguments. It has nothing to do with CAPTCHA_PROFILE=study, ' +
    'which is for `npm start` and `npm run experiments`.',
};

/** Of those that are no TypeScript and explain themselves without any package: the ones that need a set-up to run. */
var SET_UP_FIRST = ['test', 'types', 'lint', 'format', 'check'];

/** The remedy when this Node is not one of package.json's "engines", else undefined. */
function unsupportedNode(version, engines) {
  var have = version.replace(/^v/, '').split('.').map(Number);
  var allowed = engines.match(/\d+\.\d+\.\d+/g).map(function (lowest) {
    return lowest.split('.').map(Number);
  });
  var fits = allowed.some(function (lowest) {
    return have[0] === lowest[0] && have[1] >= lowest[1];
  });
  if (fits) return undefined;
  var names = allowed.map(function (lowest) {
    return lowest[1] === 0 ? String(lowest[0]) : lowest[0] + '.' + lowest[1] + ' or later ' + lowest[0];
  });
  return (
    'Node ' +
    have.join('.') +
    ' is not supported: captcha-lab runs on Node ' +
    names.join(', ') +
    '; install one of them (https://nodejs.org, or `nvm install 24`) and run the same command again.'
  );
}

/** Why Node runs nothing in a folder of this path, with the remedy, else undefined: its modules take no path with a backslash. */
function unfitFolder(folder, separator) {
  if (separator === '\\' || folder.indexOf('\\') < 0) return undefined;
  return (
    'the path of this folder, ' +
    folder +
    ', has a "\\", and Node loads no modules from such a path; move or clone the project to a path without it and run the same ' +
    'command again.'
  );
}

/** The environment for what is started: its HOME can be written, for npm, pip and Jupyter all keep files there. */
function childEnvironment() {
  var env = Object.assign({}, process.env);
  // The commands take relative paths from where the person is; npm says where that was.
  if (!env.npm_lifecycle_event) env.INIT_CWD = process.cwd();
  if (process.platform === 'win32') return env;
  try {
    fs.accessSync(os.homedir(), fs.constants.W_OK);
    if (!env.HOME) env.HOME = os.homedir();
  } catch (error) {
    env.HOME = path.join(root, '.cache', 'home');
    // An unwritable clone is the set-up's to report.
    try {
      fs.mkdirSync(env.HOME, { recursive: true });
    } catch (ignored) {
      /* reported later */
    }
  }
  return env;
}

function usage() {
  var lines = Object.keys(COMMANDS).map(function (name) {
    return '  ' + (name + '              ').slice(0, 13) + COMMANDS[name].text;
  });
  var first = 'Usage: node scripts/run.cjs <command> [arguments], or npm run <command> -- [arguments]';
  return [first, '', lines.join('\n'), '', 'Each explains itself with --help.'].join('\n');
}

/** Runs node with these arguments, passes signals on, and hands the exit code over. */
function runNode(args, env, whenDone) {
  var child = childProcess.spawn(process.execPath, args, { cwd: root, env: env, stdio: 'inherit' });
  // Ctrl-C reaches the child by itself, which then ends in its own time; a plain kill has to be passed on.
  var listeners = { SIGINT: function () {}, SIGTERM: forward('SIGTERM'), SIGHUP: forward('SIGHUP') };
  function forward(signal) {
    return function () {
      child.kill(signal);
    };
  }
  Object.keys(listeners).forEach(function (signal) {
    process.on(signal, listeners[signal]);
  });
  // npm passes a kill on to its shell, and shells pass it to nobody: without their parent, commands would run on.
  var parent = process.ppid;
  var watch = setInterval(function () {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) child.kill('SIGTERM');
  }, 1000);
  child.on('exit', function (code, signal) {
    clearInterval(watch);
    Object.keys(listeners).forEach(function (name) {
      process.removeListener(name, listeners[name]);
    });
    whenDone(signal ? 128 + (os.constants.signals[signal] || 0) : code);
  });
}

/** What to say when JSON goes to a program or a file behind the two lines that npm prints first; else undefined. */
function jsonNote(name, args, env, terminal) {
  var byNpm = env.npm_lifecycle_event !== undefined && env.npm_config_loglevel !== 'silent';
  if (!byNpm || terminal || args.indexOf('--json') < 0 || wantsHelp(args)) return undefined;
  return (
    'note: npm has put lines of its own before this JSON; without them: npm run --silent ' +
    [name, '--'].concat(args).join(' ')
  );
}

function wantsHelp(args) {
  return args.indexOf('--help') >= 0 || args.indexOf('-h') >= 0;
}

/** What has to be set up before a command, as options of setup.mjs. */
function setUpOptions(name, args) {
  // Help needs the packages that parse the arguments, not a TensorFlow.
  if (wantsHelp(args)) return ['--only', 'packages'];
  // It runs notebooks, as npm start does; its sisters only read them.
  if (name === 'notebooks' && args[0] === 'refresh') return ['--for', 'start'];
  return ['--for', name];
}

function main() {
  var problem =
    unsupportedNode(process.version, require('../package.json').engines.node) || unfitFolder(root, path.sep);
  if (problem) {
    console.error('error: ' + problem);
    return process.exit(1);
  }
  var name = process.argv[2];
  var args = process.argv.slice(3);
  if (name === undefined || name === '--help' || name === '-h') return console.log(usage());
  if (Object.prototype.hasOwnProperty.call(MOVED, name)) {
    console.error('error: ' + MOVED[name]);
    return process.exit(1);
  }
  if (!Object.prototype.hasOwnProperty.call(COMMANDS, name)) {
    console.error('error: there is no command "' + name + '".\n\n' + usage());
    return process.exit(1);
  }
  var env = childEnvironment();
  var file = path.join(__dirname, COMMANDS[name].file);
  var help = wantsHelp(args);
  var note = jsonNote(name, args, process.env, process.stdout.isTTY);
  if (note) console.error(note);
  if (/\.mjs$/.test(file) && (help || SET_UP_FIRST.indexOf(name) < 0)) {
    return runNode([file].concat(args), env, process.exit);
  }
  runNode([path.join(__dirname, 'setup.mjs')].concat(setUpOptions(name, args)), env, function (code) {
    if (code !== 0) return process.exit(code);
    var loader = /\.ts$/.test(file) ? ['--import', 'tsx'] : [];
    runNode(loader.concat(file, args), env, process.exit);
  });
}

if (require.main === module) main();
module.exports = {
  unsupportedNode: unsupportedNode,
  unfitFolder: unfitFolder,
  setUpOptions: setUpOptions,
  jsonNote: jsonNote,
  COMMANDS: COMMANDS,
  MOVED: MOVED,
};
