export interface ImportProgress {
  readonly step: 'unpack' | 'verify';
  readonly done: number;
  readonly total: number;
}

export interface ImportOptions {
  /** Folder that gets the sub-folder `captchas` or `emnist`: the project's `data`. Made when missing. */
  readonly into: string;
  /** Whether another import there gives way (and is kept as `captchas.old-1`, …); default false. */
  readonly replace?: boolean;
  /** What a bad picture does: end the import with all bad files listed (`throw`, the default), or be left out (`skip`), which the
   *  result tells and `left-out.json` beside the pictures. Bad files of EMNIST always end it. */
  readonly onBad?: 'throw' | 'skip';
  readonly onProgress?: (progress: ImportProgress) => void;
}
