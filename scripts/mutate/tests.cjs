// What test files use of node:test, so that they can be run many times in one process and stop at the first failure.
'use strict';

function parts(args) {
  const name = typeof args[0] === 'string' ? args[0] : '';
  const options = args.find((arg) => typeof arg === 'object' && arg !== null) ?? {};
  return { name, options, body: args.find((arg) => typeof arg === 'function') };
}

const suite = (name) => ({
  name,
  children: [],
  hooks: { before: [], after: [], beforeEach: [], afterEach: [] },
});

/** api: what `require('node:test')` gives; run: runs what was told to it, and resolves with the name of the first test that fails. */
exports.createTests = function createTests() {
  const root = suite('');
  let current = root;

  function describe(...args) {
    const { name, options, body } = parts(args);
    if (options.skip || options.todo || !body) return;
    const made = suite(name);
    const outer = current;
    outer.children.push(made);
    current = made;
    try {
      body();
    } finally {
      current = outer;
    }
  }
  function test(...args) {
    const { name, options, body } = parts(args);
    if (!options.skip && !options.todo && body) current.children.push({ name, body });
    return Promise.resolve();
  }
  const quiet = () => undefined;
  const hook = (kind) => (body) => void current.hooks[kind].push(body);
  const hooks = Object.fromEntries(Object.keys(root.hooks).map((kind) => [kind, hook(kind)]));
  for (const each of [describe, test]) Object.assign(each, { skip: quiet, todo: quiet, only: each });
  const api = Object.assign(test, { ...hooks, describe, suite: describe, test, it: test });

  /** Throws what the body throws, after its own `after` hooks have run. */
  async function runTest({ body }) {
    const after = [];
    const context = {
      after: (own) => void after.push(own),
      test: async (...args) => {
        const { options, body: inner } = parts(args);
        if (!options.skip && inner) await runTest({ body: inner });
      },
      skip: quiet,
      todo: quiet,
      diagnostic: quiet,
      signal: new AbortController().signal,
    };
    try {
      await body(context);
    } finally {
      for (const own of after) await own();
    }
  }

  async function runSuite({ children, hooks: { before, after, beforeEach, afterEach } }, around) {
    const each = [...around, { beforeEach, afterEach }];
    try {
      for (const own of before) await own();
      for (const child of children) {
        if (child.children) {
          const failed = await runSuite(child, each);
          if (failed !== undefined) return failed;
          continue;
        }
        try {
          for (const { beforeEach: all } of each) for (const own of all) await own();
          await runTest(child);
          for (const { afterEach: all } of each) for (const own of all) await own();
        } catch {
          return child.name || 'a test without a name';
        }
      }
      return undefined;
    } catch {
      return 'a hook before the tests';
    } finally {
      for (const own of after) await Promise.resolve().then(own).catch(quiet);
    }
  }

  return { api, run: () => runSuite(root, []) };
};
