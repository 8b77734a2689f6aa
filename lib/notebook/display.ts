/** One thing to show: its content, and the plain text for places that show no pictures or HTML. */
export interface DisplayMessage {
  readonly mime: 'text/html' | 'text/markdown' | 'text/plain' | 'image/png';
  /** Text, or bytes for `image/png`. */
  readonly content: string | Uint8Array;
  readonly text: string;
  /** The same content in other forms, by MIME type; a front end shows the one it can do most with. */
  readonly also?: Readonly<Record<string, unknown>>;
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
interface Kernel {
  require(name: string): unknown;
}

/** A message of Jupyter's protocol, and how tslab sends it: as a new output, or in place of the one with the same id. */
interface MimeBundle {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: object;
  readonly transient: { readonly display_id?: string };
}
type WriteDisplay = (bundle: MimeBundle, update: boolean) => void;

const sinks: { chosen?: DisplaySink } = {};

/** Where output goes: the sink last given to `useDisplay`, else the running tslab notebook, else the terminal as
 *  plain text. */
export function currentDisplay(): DisplaySink {
  if (sinks.chosen) return sinks.chosen;
  const kernel = runningKernel();
  return kernel ? notebookDisplay(kernel) : terminalDisplay(process.stdout);
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

function notebookDisplay(kernel: Kernel): DisplaySink {
  const tslab = kernel.require('tslab') as Tslab;
  // tslab's own functions send one form a message, each of which would be shown.
  const write = (): WriteDisplay | undefined =>
    (kernel.require('tslab/dist/jupyter') as { lastWriteDisplayData?: WriteDisplay }).lastWriteDisplayData;
  return {
    show(message) {
      const writeNow = message.also && write();
      if (writeNow) writeNow(bundleOf(message), false);
      else tslab.display.raw(message.mime, message.content);
    },
    slot() {
      const place = tslab.newDisplay();
      let id: string | undefined;
      return {
        show(message) {
          const writeNow = message.also && write();
          if (!writeNow) {
            place.raw(message.mime, message.content);
            return;
          }
          const update = id !== undefined;
          id ??= `captcha-lab-${++slots}-${process.pid}`;
          writeNow({ ...bundleOf(message), transient: { display_id: id } }, update);
        },
      };
    },
  };
}

let slots = 0;

function bundleOf({ mime, content, also }: DisplayMessage): MimeBundle {
  const body = typeof content === 'string' ? content : Buffer.from(content).toString('base64');
  return { data: { [mime]: body, ...also }, metadata: {}, transient: {} };
}

/** tslab sets `__tslab__` in its kernel, and only its own `require` is sure to give the copy that is running. */
function runningKernel(): Kernel | undefined {
  return (globalThis as { __tslab__?: Kernel }).__tslab__;
}
