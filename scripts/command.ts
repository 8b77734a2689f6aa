/** Runs a command's main function. A failure becomes one `error:` line on stderr and exit code 1; set DEBUG=1
 *  for the stack. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  // `| head` closes the pipe early; that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  // Under a limit on the size of files the system would end us without a word; with a listener the write fails, and says why.
  if (process.platform !== 'win32') process.on('SIGXFSZ', () => undefined);
  try {
    await main();
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error));
    console.error(process.env.DEBUG ? known.stack : `error: ${known.message}`);
    process.exitCode = 1;
  }
}
