import { DatasetError } from '../data';
import { describeSystemError } from '../files';

/** Runs a step that writes, and names the folder when the system refuses. @internal */
export async function writing<T>(folder: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    const problem = {
      file: folder,
      rule: 'must be a folder that can be written',
      ...describeSystemError(error),
    };
    throw new DatasetError('Import', [problem], { cause: error });
  }
}
