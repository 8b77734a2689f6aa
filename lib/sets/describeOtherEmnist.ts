/** Where the files that the kit reads come from. */
const FETCH =
  "Fetch NIST's gzip.zip (The EMNIST Dataset, binary format), from which only the emnist-balanced files are taken.";

/** Files of EMNIST, or of a set that looks like it, in a form that the kit does not read. The first that fits decides. */
const KINDS: readonly { readonly name: RegExp; readonly received: string; readonly remedy?: string }[] = [
  {
    name: /^(gzip|emnist-gzip)\.zip$/i,
    received: "NIST's archive itself, not unpacked",
    remedy: 'Give that file: npm run data -- gzip.zip',
  },
  {
    name: /^emnist-[a-z]+(-(train|test))?(-[a-z]+)?\.csv(\.gz)?$/i,
    received: 'EMNIST as CSV, the form on Kaggle',
  },
  {
    name: /^emnist-(letters|byclass|bymerge|digits|mnist)-.*ubyte(\.gz)?$/i,
    received: 'another split of EMNIST',
  },
  { name: /^emnist-.*\.mat$/i, received: "EMNIST's Matlab files" },
  { name: /\.mat$/i, received: "EMNIST's Matlab files" },
  { name: /^(training|test)_[a-z]+\.pt$/i, received: 'what torchvision has made of EMNIST (processed/*.pt)' },
  {
    name: /^emnist.*\.(tfrecord.*|npz|npy|parquet|arrow)$/i,
    received: 'EMNIST in the form of another library',
  },
  {
    name: /^(train|t10k)-(images|labels)[-.]idx[13]-ubyte(\.gz)?$/i,
    received: 'MNIST (or a set of its form), which has digits only',
  },
];

/** What files of those names are when they are EMNIST, but not the files of EMNIST balanced that the kit reads, and what to
 *  fetch instead; undefined for anything else. @internal */
export function describeOtherEmnist(
  names: readonly string[],
): { readonly received: string; readonly remedy: string } | undefined {
  for (const { name, received, remedy = FETCH } of KINDS) {
    const found = names.filter((one) => name.test(one));
    if (found.length === 0) continue;
    const splits = found.map((one) => /^emnist-(letters|byclass|bymerge|digits|mnist)-/i.exec(one)?.[1]);
    const named = [...new Set(splits)].filter((split) => split !== undefined);
    const which =
      received.startsWith('another split') && named.length > 0 ? ` (${named.sort().join(', ')})` : '';
    return { received: `${received}${which}, ${example(found)}`, remedy };
  }
  return undefined;
}

function example(found: readonly string[]): string {
  const first = [...found].sort()[0];
  return found.length === 1 ? first : `${first} and ${found.length - 1} more`;
}
