/** Asks for an orderly end at the first Ctrl-C or signal, and ends at once at the second. */
export function stopOnSignals(say: (text: string) => void): AbortController {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(130);
      say('\nstopping the kernel …');
      controller.abort();
    });
  }
  return controller;
}
