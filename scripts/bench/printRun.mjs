/** Times a child process and prints one JSON object about it.
 *  run: starts it, resolves with its exit code and output; numbers: more to print, asked when it is over. Processor seconds are
 *  those of this process only, for the harness counts all of them.
 *  Throws Error with what it printed when it failed. */
export async function printRun({ run, numbers = async () => ({}) }) {
  const started = performance.now();
  const { code, output } = await run();
  const wall = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(output.trim());
  const { user, system } = process.cpuUsage();
  console.log(
    JSON.stringify({
      wall,
      cpu: (user + system) / 1e6,
      ...(await numbers()),
      versions: { node: process.versions.node },
    }),
  );
}
