import type { DisplayMessage, DisplaySink } from 'captcha-lab/notebook';

/** A display that keeps what it is shown: `shown` as new outputs, `slots` as the states of places that change. */
export interface RecordingDisplay extends DisplaySink {
  readonly shown: DisplayMessage[];
  readonly slots: DisplayMessage[][];
}

export function recordingDisplay(): RecordingDisplay {
  const shown: DisplayMessage[] = [];
  const slots: DisplayMessage[][] = [];
  return {
    shown,
    slots,
    show: (message) => void shown.push(message),
    slot() {
      const states: DisplayMessage[] = [];
      slots.push(states);
      return { show: (message) => void states.push(message) };
    },
  };
}
