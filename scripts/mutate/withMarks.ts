import type { Mutant } from './mutantsOf';

/** The source with a mark at each mutant's site: when that code runs, the mutant's number is added to `globalThis.__reached`. */
export function withMarks(
  source: string,
  mutants: readonly { readonly index: number; readonly mutant: Mutant }[],
): string {
  const inserts = mutants.flatMap(({ index, mutant: { site } }) => [
    {
      at: site.start,
      opens: true,
      length: site.end - site.start,
      text: `(globalThis.__reached?.add(${index}),(`,
    },
    { at: site.end, opens: false, length: site.end - site.start, text: '))' },
  ]);
  // From the end, so that places stay right; at one place what closes comes first, outer pairs around inner ones.
  inserts.sort(
    (a, b) =>
      b.at - a.at ||
      Number(b.opens) - Number(a.opens) ||
      (a.opens ? a.length - b.length : b.length - a.length),
  );
  let marked = source;
  for (const { at, text } of inserts) marked = marked.slice(0, at) + text + marked.slice(at);
  return marked;
}

export function withMutant(source: string, { start, end, text }: Mutant): string {
  return source.slice(0, start) + text + source.slice(end);
}
