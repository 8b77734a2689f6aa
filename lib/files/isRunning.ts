/** Whether a process of this machine is at work; one of somebody else's, which may not be signalled, is too. @internal */
export function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
