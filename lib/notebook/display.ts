/** One thing to show: its content, and the plain text for places that show no pictures or HTML. */
export interface DisplayMessage {
  readonly mime: 'text/html' | 'text/markdown' | 'text/plain' | 'image/png';
  /** Text, or bytes for `image/png`. */
  readonly content: string | Uint8Array;
  readonly text: string;
  /** Set on the last message of a place that changes, so that a plain terminal prints only that one. */
  readonly last?: boolean;
}

/** A place in the output whose content is replaced by each `show`. */
export interface DisplaySlot {
  show(message: DisplayMessage): void;
}

/** Where the functions of this room write: a notebook, a terminal, or a list in a test. */
export interface DisplaySink {
  show(message: DisplayMessage): void;
  slot(): DisplaySlot;
}

/** What the tslab kernel offers to code in its process. */
interface TslabDisplay {
  raw(mime: string, content: string | Uint8Array): void;
}
interface Tslab {
  readonly display: TslabDisplay;
  newDisplay(): TslabDisplay;
}

const sinks: { chosen?: DisplaySink } = {};

/** Where output goes: the sink last given to `useDisplay`, else the running tslab notebook, else the terminal as
 *  plain text. */
export function currentDisplay(): DisplaySink {
  if (sinks.chosen) return sinks.chosen;
  const tslab = runningTslab();
  return tslab ? notebookDisplay(tslab) : terminalDisplay(process.stdout);
}

/** Sends all further output to `sink`; `undefined` goes back to the notebook or terminal. */
export function useDisplay(sink: DisplaySink | undefined): void {
  sinks.chosen = sink;
}

/** A sink that prints the plain text of each message to `stream`; places that change print their last state. */
export function terminalDisplay(stream: { write(text: string): unknown }): DisplaySink {
  const show = (message: DisplayMessage): void => {
    if (message.text !== '') stream.write(`${message.text}\n`);
  };
  return {
    show,
    slot: () => ({
      show(message) {
        if (message.last) show(message);
      },
    }),
  };
}

function notebookDisplay(tslab: Tslab): DisplaySink {
  return {
    show(message) {
      tslab.display.raw(message.mime, message.content);
    },
    slot() {
      const place = tslab.newDisplay();
      return {
        show(message) {
          place.raw(message.mime, message.content);
        },
      };
    },
  };
}

/** tslab sets `__tslab__` in its kernel, and only its own `require` is sure to give the copy that is running. */
function runningTslab(): Tslab | undefined {
  const kernel = (globalThis as { __tslab__?: { require(name: string): unknown } }).__tslab__;
  return kernel?.require('tslab') as Tslab | undefined;
}
