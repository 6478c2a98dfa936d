/** Tells people what a command is doing and how far it is. */
export interface Progress {
  /** The next step begins. @param total of how many things it consists, where that is known */
  step(title: string, total?: number): void;
  /** One more thing of the step is done. */
  tick(): void;
  /** All is done; a line that was being redrawn goes. */
  done(): void;
}

/** Where progress is shown. */
export interface ProgressOutput {
  /** A terminal, in which one line is redrawn; otherwise every step is a line. */
  interactive: boolean;
  write(text: string): void;
  /** Milliseconds, from any beginning. */
  now(): number;
}

const REDRAW_MS = 80;
/** A step that takes longer says so again where lines cannot be redrawn. */
const REPEAT_MS = 10_000;
const CLEAR = '\r\u001b[K';
const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Progress on the error stream, since the output belongs to results. The work is mostly synchronous, so a line is redrawn by the work
 * itself, never by a timer. @param steps how many there will be @param prefix what it is about, where several run at once
 */
export function createProgress(
  steps: number,
  prefix = '',
  output: ProgressOutput | null = terminal(),
): Progress {
  if (!output) return { step: () => undefined, tick: () => undefined, done: () => undefined };
  let current = { title: '', number: 0, total: 0, ticks: 0 };
  let drawn = -Infinity;
  const describe = () => {
    const { title, number, total, ticks } = current;
    const count = total === 0 ? '' : ticks === 0 ? ` (${total})` : ` (${ticks} of ${total})`;
    return `[${number}/${steps}] ${prefix === '' ? '' : `${prefix}: `}${title}${count}`;
  };
  const draw = () => {
    drawn = output.now();
    const mark = SPINNER[Math.floor(drawn / REDRAW_MS) % SPINNER.length];
    output.write(output.interactive ? `${CLEAR}${mark} ${describe()}` : `${describe()}\n`);
  };
  return {
    step(title, total = 0) {
      current = { title, number: current.number + 1, total, ticks: 0 };
      draw();
    },
    tick() {
      current.ticks++;
      if (output.now() - drawn >= (output.interactive ? REDRAW_MS : REPEAT_MS)) draw();
    },
    done() {
      if (output.interactive) output.write(CLEAR);
    },
  };
}

/** The error stream; null under jest and where nobody wants to see it. */
function terminal(): ProgressOutput | null {
  if (process.env.JEST_WORKER_ID !== undefined || process.env.UFC_PROGRESS === 'off') return null;
  const { stderr } = process;
  const interactive = stderr.isTTY === true && !process.env.CI && process.env.TERM !== 'dumb';
  return { interactive, write: (text) => void stderr.write(text), now: () => performance.now() };
}
