import { readFileSync } from "node:fs";

const FAMILY = 1;
const TABLES = 12;
const TABLE_ENTRY = 16;

/** A font that looks like none of the report's, under the name of a family. */
export function otherFont(family: string): Buffer {
    const font = readFileSync(
        require.resolve("@expo-google-fonts/source-sans-3/900Black/SourceSans3_900Black.ttf"),
    );
    const weight = tableOf(font, "OS/2");
    font.writeUInt16BE(400, font.readUInt32BE(weight + 8) + 4);
    const names = namesTable(family);
    const entry = tableOf(font, "name");
    font.writeUInt32BE(font.length, entry + 8);
    font.writeUInt32BE(names.length, entry + 12);
    return Buffer.concat([font, names]);
}

/** Where the directory of the font speaks of a table. */
function tableOf(font: Buffer, tag: string): number {
    const count = font.readUInt16BE(4);
    const entries = Array.from({ length: count }, (_, index) => TABLES + index * TABLE_ENTRY);
    const found = entries.find((entry) => font.toString("latin1", entry, entry + 4) === tag);
    if (found === undefined) {
        throw new Error(`${tag}: no such table`);
    }
    return found;
}

/** Of one name, for Windows, in English. */
function namesTable(family: string): Buffer {
    const name = Buffer.from(family, "utf16le").swap16();
    const fields = [0, 1, 18, 3, 1, 0x409, FAMILY, name.length, 0];
    const head = Buffer.alloc(18);
    fields.forEach((field, index) => head.writeUInt16BE(field, index * 2));
    return Buffer.concat([head, name]);
}
