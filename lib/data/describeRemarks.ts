/** Something to be said of a picture that was read all the same. @internal */
export interface Remark {
  readonly file: string;
  readonly reason: string;
}

/** Names written out for a remark; the rest are counted. */
const LISTED = 10;

/** What is to be said of pictures, a sentence for each reason: how many they are, and the first ten's names. @internal */
export function describeRemarks(folder: string, remarks: readonly Remark[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { file, reason } of remarks) byReason.set(reason, [...(byReason.get(reason) ?? []), file]);
  return [...byReason].map(([reason, files]) => {
    const rest = files.length - LISTED;
    const names = `${files.slice(0, LISTED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    return `${files.length === 1 ? '1 picture' : `${files.length} pictures`} in ${folder} (${names}): ${reason}`;
  });
}
