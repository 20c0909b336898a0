import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler, PdfStandard } from "@myriaddreamin/typst-ts-node-compiler";

/** The layout, and where it finds its data: a file that exists in the compiler's memory alone. */
const TEMPLATE = join(__dirname, "report.typ");
const DATA = join(__dirname, "document.json");

const FONTS = ["400Regular", "400Regular_Italic", "600SemiBold"];

/** The document as a tagged PDF that claims PDF/UA-1; the compiler refuses what would break that claim. */
export function typesetPdf(document: string, createdAt: Date): Uint8Array {
    const compiler = withoutMachineFonts(() =>
        NodeCompiler.create({
            workspace: __dirname,
            fontArgs: [{ fontBlobs: FONTS.map(readFont) }],
        }),
    );
    compiler.mapShadow(DATA, Buffer.from(document));
    try {
        const result = compiler.compile({ mainFilePath: TEMPLATE });
        const error = result.takeError();
        if (error !== null || result.result === null) {
            const diagnostics: readonly unknown[] = error?.shortDiagnostics ?? [];
            throw new Error(diagnostics.map((diagnostic) => JSON.stringify(diagnostic)).join("; "));
        }
        return compiler.pdf(result.result, {
            pdfStandard: PdfStandard.UA_1,
            creationTimestamp: Math.floor(createdAt.getTime() / 1000),
        });
    } catch (error) {
        throw new Error(
            `report.typ: ${error instanceof Error ? error.message.slice(0, 2_000) : String(error)}`,
        );
    } finally {
        // The compiler keeps what it laid out for the next run, which there is not.
        compiler.evictCache(0);
    }
}

/** The compiler has no option for this: it reads the list of the machine's fonts where this variable says. */
function withoutMachineFonts<T>(make: () => T): T {
    const { FONTCONFIG_FILE } = process.env;
    process.env.FONTCONFIG_FILE = join(__dirname, "fonts.conf");
    try {
        return make();
    } finally {
        if (FONTCONFIG_FILE === undefined) {
            delete process.env.FONTCONFIG_FILE;
        } else {
            process.env.FONTCONFIG_FILE = FONTCONFIG_FILE;
        }
    }
}

function readFont(weight: string): Buffer {
    return readFileSync(
        require.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`),
    );
}
