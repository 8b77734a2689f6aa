/** A task of a job array as `scontrol --oneliner show job` tells of it. */
export interface JobTask {
  /** The task's own job id; one task of an array has the array's. */
  readonly id: string;
  /** Its place in the array. */
  readonly index: string;
  /** `PENDING`, `RUNNING`, `COMPLETING`, `COMPLETED`, `FAILED`, … */
  readonly state: string;
  /** Status and signal, `0:0`. */
  readonly exitCode: string;
  /** How often it was requeued. */
  readonly restarts: number;
}

/** Reads one task a line. Tasks that have not begun may share a line. */
export function jobTasks(text: string): JobTask[] {
  return text.split('\n').map((line) => {
    const field = (name: string): string => new RegExp(`(?:^| )${name}=(\\S+)`).exec(line)?.[1] ?? '';
    return {
      id: field('JobId'),
      index: field('ArrayTaskId'),
      state: field('JobState'),
      exitCode: field('ExitCode'),
      restarts: Number(field('Restarts')),
    };
  });
}
