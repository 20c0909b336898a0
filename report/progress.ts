import { counted } from "./french";

/** Milliseconds between two lines where lines cannot be overwritten, such as in a CI log. */
const SPARSE = 10_000;

const CLEAR_LINE = "\r\u001b[2K";

/** What the progress line is written to. */
export interface ProgressStream {
    readonly isTTY?: boolean;
    write(text: string): unknown;
}

/** The progress of a preview: one line kept up to date on a terminal, else a line every ten seconds. */
export class Progress {
    private readonly started: number;
    private written: number;

    public constructor(
        private readonly stream: ProgressStream,
        private readonly clock: () => number = () => performance.now(),
    ) {
        this.started = clock();
        this.written = this.started;
    }

    public show(judged: number): void {
        const now = this.clock();
        const seconds = Math.floor((now - this.started) / 1000).toString();
        const line = `${seconds}\u00a0s · ${counted(judged, "ressource examinée", "ressources examinées")}`;
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
