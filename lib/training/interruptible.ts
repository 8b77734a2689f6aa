/** Runs `task` with a signal that is aborted by an interrupt: Ctrl-C in a terminal, the stop button of a notebook.
 *  A second interrupt does what it would have done without this, which in a terminal is to end the process.
 *
 *      const result = await interruptible((signal) => train(model, { ...options, signal })); */
export async function interruptible<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  process.once('SIGINT', abort);
  try {
    return await task(controller.signal);
  } finally {
    process.removeListener('SIGINT', abort);
  }
}
