import type { Language } from "../words/language";
import { CONSOLE } from "./words";

/** Milliseconds between two lines where lines cannot be overwritten, such as in a CI log. */
const SPARSE = 10_000;

const CLEAR_LINE = "\r\u001b[2K";

/** What the progress line is written to. */
export interface ProgressStream {
    readonly isTTY?: boolean;
    write(text: string): unknown;
}

/** Where progress goes that nobody asked for. */
export const SILENT: ProgressStream = { write: () => undefined };

/** The progress of a command: one line kept up to date on a terminal, else a line every ten seconds. */
export class Progress {
    private readonly started: number;
    private written: number;

    public constructor(
        private readonly stream: ProgressStream,
        private readonly language: Language,
        private readonly clock: () => number = () => performance.now(),
    ) {
        this.started = clock();
        this.written = this.started;
    }

    /** How many resources were judged by now. */
    public judged(count: number): void {
        this.show(CONSOLE[this.language].judged(count));
    }

    /** The format that is being written. */
    public writing(format: string): void {
        this.show(CONSOLE[this.language].writing(format));
    }

    private show(text: string): void {
        const now = this.clock();
        const line = `${Math.floor((now - this.started) / 1000).toString()}\u00a0s · ${text}`;
        if (this.stream.isTTY === true) {
            this.stream.write(CLEAR_LINE + line);
        } else if (now - this.written >= SPARSE) {
            this.written = now;
            this.stream.write(`${line}\n`);
        }
    }

    /** Leaves the terminal as it was. */
    public end(): void {
        if (this.stream.isTTY === true) {
            this.stream.write(CLEAR_LINE);
        }
    }
}
