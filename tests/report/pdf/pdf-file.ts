import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { installed } from "../../programs/install";
import type { Report } from "../../../report/model";
import { render } from "../../../report/pdf/report-pdf";
import type { Language } from "../../../report/words/language";

const log = (line: string): void => {
    console.error(line);
};

export function bytesOf(report: Report, language: Language): Buffer {
    const { "report.pdf": content } = render(report, language);
    if (!(content instanceof Uint8Array)) {
        throw new Error("report.pdf: expected bytes");
    }
    return Buffer.from(content);
}

/** A folder of PDFs for one suite. */
export class PdfFolder {
    private readonly path = mkdtempSync(join(tmpdir(), "report-pdf-"));
    private count = 0;

    public write(report: Report, language: Language): PdfFile {
        this.count += 1;
        const path = join(this.path, `${this.count.toString()}.pdf`);
        const bytes = bytesOf(report, language);
        writeFileSync(path, bytes);
        return new PdfFile(path, bytes);
    }

    public remove(): void {
        rmSync(this.path, { recursive: true });
    }
}

/** A PDF as other programs read it. */
export class PdfFile {
    public constructor(
        public readonly path: string,
        public readonly bytes: Buffer,
    ) {}

    /** The text of each page, in the order in which it is read. */
    public async pages(): Promise<string[]> {
        const text = await this.poppler("pdftotext", [], ["-"]);
        return text.split("\f").slice(0, -1);
    }

    /** The whole text without white space, nor the hyphens that pdftotext takes out at the end of a line. */
    public async squeezed(): Promise<string> {
        return squeeze((await this.pages()).join(""));
    }

    public async info(): Promise<ReadonlyMap<string, string>> {
        const lines = (await this.poppler("pdfinfo", [], [])).split("\n");
        return new Map(lines.map((line) => [line.split(":")[0] ?? "", line.replace(/^[^:]*:\s*/, "")]));
    }

    /** The lines of `pdffonts` without its heading. */
    public async fonts(): Promise<string[]> {
        return (await this.poppler("pdffonts", [], [])).trim().split("\n").slice(2);
    }

    /** The furthest that any word reaches to the right, in points. */
    public async rightEdge(): Promise<number> {
        const words = (await this.poppler("pdftotext", ["-bbox"], ["-"])).matchAll(/xMax="([\d.]+)"/g);
        return [...words].reduce((edge, [, right]) => Math.max(edge, Number(right)), 0);
    }

    public bookmarks(): string[] {
        const text = this.bytes.toString("latin1");
        const items = text.matchAll(
            /\/Parent \d+ 0 R[^<(>]*\/Title (?:<([0-9A-F]+)>|\(((?:\\.|[^\\)])*)\))/g,
        );
        return [...items].map(([, hex, literal = ""]) =>
            hex === undefined ? literal.replace(/\\(.)/g, "$1") : utf16(hex),
        );
    }

    /** What draws the pages. */
    public drawing(): string {
        const text = this.bytes.toString("latin1");
        return [...text.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)]
            .map(([, stream = ""]) => inflated(Buffer.from(stream, "latin1")))
            .join("\n");
    }

    private async poppler(
        program: "pdftotext" | "pdfinfo" | "pdffonts",
        before: readonly string[],
        after: readonly string[],
    ): Promise<string> {
        const { command, args, options } = await installed(program, log);
        const run = spawnSync(command, [...args, ...before, this.path, ...after, ...options], {
            encoding: "utf8",
            maxBuffer: 1e9,
        });
        if (run.status !== 0) {
            throw new Error(`${program}: ${run.stderr}`);
        }
        return run.stdout;
    }
}

export function squeeze(text: string): string {
    return text.replace(/[\s\u00a0\u202f-]+/g, "");
}

/** Empty for what is not compressed so: an image, a font. */
function inflated(stream: Buffer): string {
    try {
        return inflateSync(stream).toString("latin1");
    } catch {
        return "";
    }
}

function utf16(hex: string): string {
    return Buffer.from(hex, "hex").swap16().toString("utf16le").slice(1);
}
