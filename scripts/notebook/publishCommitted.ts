import { committedRuns, statedRun } from './committedRuns';
import { publishRun, type PublishOptions } from './publishRun';
import { readMarker } from './replaceOutput';

export interface PublishCommittedOptions extends Pick<
  PublishOptions,
  'out' | 'cache' | 'work' | 'folder' | 'python'
> {
  /** Replaces the output of a real run too. */
  force?: boolean;
}

/** Writes out/ from the notebooks in the repository as they are; none is run and no browser is needed.
 *  Throws Error when out/ holds what a real run gave, unless `force` is set, and as `replaceOutput` does. */
export async function publishCommitted({
  force = false,
  ...options
}: PublishCommittedOptions): ReturnType<typeof publishRun> {
  const marker = await readMarker(options.out);
  if (!force && marker?.source === 'run') {
    throw new Error(
      'out/ holds the results of `npm start`; `npm run site -- --force` replaces them by the outputs in the repository, which show generated data.',
    );
  }
  const runs = await committedRuns(options.folder);
  const stated = statedRun(runs.map(({ notebook }) => notebook));
  return publishRun(runs, {
    ...options,
    skipped: [],
    source: 'repository',
    // `npm run notebooks -- refresh` lets nothing else into the repository.
    profile: stated?.profile ?? 'quick',
    data: { kind: 'generated', name: 'generated data', count: stated?.count ?? 0 },
  });
}
