import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Content } from "../outputs";

/** Characters that are gathered before they are written. */
const PIECE = 1 << 16;

export interface WrittenFile {
    readonly name: string;
    readonly sha256: string;
    /** In bytes. */
    readonly size: number;
}

/** Writes a new file, synced to the disk. */
export async function writeFile(folder: string, name: string, content: Content): Promise<WrittenFile> {
    const hash = createHash("sha256");
    let size = 0;
    const handle = await open(join(folder, name), "wx");
    try {
        for (const piece of pieces(content)) {
            hash.update(piece);
            size += piece.byteLength;
            await handle.writeFile(piece);
        }
        await handle.sync();
    } finally {
        await handle.close();
    }
    return { name, sha256: hash.digest("hex"), size };
}

function* pieces(content: Content): Generator<Uint8Array> {
    if (content instanceof Uint8Array) {
        yield content;
        return;
    }
    let gathered = "";
    for (const text of typeof content === "string" ? [content] : content) {
        gathered += text;
        if (gathered.length >= PIECE) {
            yield Buffer.from(gathered);
            gathered = "";
        }
    }
    yield Buffer.from(gathered);
}
