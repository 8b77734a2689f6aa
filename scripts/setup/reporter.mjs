const REDRAW = 200;
const QUIET = 15_000;

/** Tells a person how the set-up goes: one line a finished step with its seconds and, while steps run, one line that
 *  is redrawn on a terminal and printed now and then elsewhere.
 *  @returns start(title): { update(text), done(detail?), fail() }; note(text): one line; close(): no more redrawing. */
export function createReporter({ stream = process.stderr, now = () => performance.now() } = {}) {
  const terminal = stream.isTTY === true;
  const running = new Map();
  let drawn = false;
  let timer;
  let begun = false;

  const seconds = (since) => `${Math.round((now() - since) / 1000)} s`;
  const clear = () => {
    if (drawn) stream.write('\r\x1b[K');
    drawn = false;
  };
  const note = (text) => {
    clear();
    stream.write(`${text}\n`);
  };
  const status = () =>
    [...running.values()]
      .map(({ title, text, since }) => `${title}: ${text ? `${text}, ` : ''}${seconds(since)}`)
      .join(' | ');
  const draw = () => {
    if (running.size === 0) return;
    if (!terminal) {
      stream.write(`   … ${status()}\n`);
      return;
    }
    clear();
    stream.write(`   … ${status()}`.slice(0, (stream.columns || 80) - 1));
    drawn = true;
  };
  const end = (key) => {
    running.delete(key);
    if (running.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    note,
    start(title) {
      if (!begun)
        note(
          'Setting up what is missing (from a bare clone: a few minutes, 0.5 GB to download, 2 GB of disk).',
        );
      begun = true;
      const key = Symbol(title);
      running.set(key, { title, since: now() });
      timer ??= setInterval(draw, terminal ? REDRAW : QUIET);
      return {
        update(text) {
          const task = running.get(key);
          if (task) task.text = text;
        },
        done(detail = '') {
          const task = running.get(key);
          end(key);
          if (task) note(`  ok ${title}${detail ? `: ${detail}` : ''} (${seconds(task.since)})`);
        },
        fail() {
          end(key);
          clear();
        },
      };
    },
    close() {
      clearInterval(timer);
      clear();
    },
  };
}
