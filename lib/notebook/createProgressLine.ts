import type { DisplaySink } from './display';
import { currentDisplay } from './display';
import { createThrottle } from './createThrottle';

/** One line of output that changes in place. */
export interface ProgressLine {
  /** Replaces the line, at most twice a second; updates that come sooner are dropped. */
  update(text: string): void;
  /** Replaces the line for good. */
  done(text: string): void;
}

export interface ProgressLineOptions {
  /** Least time between two updates, in milliseconds. */
  interval?: number;
  /** Clock in milliseconds. */
  now?: () => number;
  display?: DisplaySink;
}

/** A line that long work rewrites in place. A notebook keeps only its last state; a terminal prints only that one. */
export function createProgressLine({
  interval = 500,
  now = () => performance.now(),
  display = currentDisplay(),
}: ProgressLineOptions = {}): ProgressLine {
  const slot = display.slot();
  const due = createThrottle({ interval, now });
  const show = (text: string, last: boolean): void => {
    slot.show({ mime: 'text/plain', content: text, text, last });
  };
  return {
    update(text) {
      if (due()) show(text, false);
    },
    done(text) {
      show(text, true);
    },
  };
}
