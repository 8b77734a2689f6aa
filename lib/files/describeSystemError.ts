/** What went wrong and what to do about it, for an error of the file system. @internal */
export function describeSystemError(error: unknown): { received: string; remedy: string } {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const known: Record<string, { received: string; remedy: string } | undefined> = {
    ENOENT: { received: 'nothing there', remedy: 'Check the path.' },
    ENOTDIR: { received: 'a file, not a folder', remedy: 'Give the folder that holds it.' },
    EISDIR: { received: 'a folder, not a file', remedy: 'Give a file.' },
    EACCES: { received: 'no permission', remedy: 'Change its permissions or its owner.' },
    EPERM: { received: 'no permission', remedy: 'Change its permissions or its owner.' },
    EMFILE: {
      received: 'too many open files',
      remedy: 'Close other programs or raise the limit (ulimit -n).',
    },
    ENOSPC: { received: 'a full disk', remedy: 'Free some space and try again.' },
    EDQUOT: { received: 'a full disk quota', remedy: 'Free some space and try again.' },
    EFBIG: {
      received: 'a limit on the size of files',
      remedy: 'Raise the limit (ulimit -f) or ask who set it.',
    },
    EROFS: { received: 'a read-only file system', remedy: 'Use another folder.' },
    ELOOP: { received: 'a link that leads to itself', remedy: 'Remove the link.' },
  };
  return known[code] ?? { received: message, remedy: 'Check the file and the disk.' };
}
