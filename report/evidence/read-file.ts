import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/** Of a link none is followed, and a pipe put in place of a file is not waited for. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** SHA-256 of a regular file, in hexadecimal. */
export async function digestOf(path: string): Promise<string> {
    return withFile(path, async (handle) => {
        const hash = createHash("sha256");
        for await (const piece of handle.createReadStream({ autoClose: false })) {
            hash.update(piece as Buffer);
        }
        return hash.digest("hex");
    });
}

/** The bytes of a regular file, at most so many and one: enough to tell that it is longer. */
export async function readAtMost(path: string, bytes: number): Promise<Buffer> {
    return withFile(path, async (handle) => {
        const pieces: Buffer[] = [];
        for await (const piece of handle.createReadStream({ autoClose: false, end: bytes })) {
            pieces.push(piece as Buffer);
        }
        return Buffer.concat(pieces);
    });
}

async function withFile<T>(path: string, act: (handle: FileHandle) => Promise<T>): Promise<T> {
    const handle = await open(path, FLAGS);
    try {
        return await act(handle);
    } finally {
        await handle.close();
    }
}
