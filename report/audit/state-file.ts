import { createReadStream } from "node:fs";
import { UserError } from "../../sandbox/user-error";
import { ListReader } from "./list-reader";
import { type StateResource, stateResource } from "./state-resource";

/** The format of `pulumi stack export` that is understood; the CLI writes it since 2019. */
const VERSION = 3;

/** Bytes read at a time. */
const CHUNK = 1 << 20;

const RESOURCES = "resources";
const PENDING_OPERATIONS = "pending_operations";

/** What a state holds besides, known once it was read to its end. */
export interface StateSummary {
    /** Operations that an interrupted update left open. */
    pendingOperations: number;
    /** Former copies that the next update deletes. */
    pendingDeletions: number;
}

/**
 * Reads a state resource by resource, some at a time; the file as a whole is never in memory.
 *
 * @throws UserError when it is not a whole `pulumi stack export` of version 3. The text stays out of the error: it may
 * hold values of the stack.
 */
export async function* readState(
    file: string,
    summary: StateSummary = { pendingOperations: 0, pendingDeletions: 0 },
): AsyncGenerator<readonly StateResource[]> {
    Object.assign(summary, { pendingOperations: 0, pendingDeletions: 0 } satisfies StateSummary);
    let elements: unknown[] = [];
    let count = 0;
    const reader = new ListReader({
        object: "deployment",
        lists: [RESOURCES, PENDING_OPERATIONS],
        onList: (before) => {
            checkVersion(file, before);
        },
        onElement: (list, element) => {
            if (list === RESOURCES) {
                elements.push(element);
            } else {
                summary.pendingOperations += 1;
            }
        },
    });
    let position = 0;
    for await (const chunk of chunks(file)) {
        const end = position + chunk.length;
        parsed(
            file,
            () => {
                reader.write(position === 0 ? withoutMark(file, chunk) : chunk);
            },
            `autre chose entre les octets ${position.toString()} et ${end.toString()}`,
        );
        position = end;
        if (elements.length > 0) {
            const first = count;
            count += elements.length;
            const resources = elements.map((element, index) => stateResource(element, first + index));
            elements = [];
            summary.pendingDeletions += resources.filter(({ pendingDeletion }) => pendingDeletion).length;
            yield resources;
        }
    }
    const got = reader.isClosed
        ? `autre chose entre les octets 0 et ${position.toString()}`
        : `un texte qui s’arrête à l’octet ${position.toString()}`;
    checkVersion(
        file,
        parsed(file, () => reader.end(), got),
    );
    if (count === 0) {
        throw new UserError(`${file} : attendu des ressources dans deployment.resources, obtenu aucune`);
    }
}

/** The pieces of a file, or of a pipe. */
async function* chunks(file: string): AsyncGenerator<Buffer> {
    try {
        yield* createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>;
    } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "EISDIR") {
            throw new UserError(`${file} : attendu un fichier, obtenu un dossier`);
        }
        throw error;
    }
}

/** The first piece without the byte order mark that PowerShell and editors on Windows write. */
function withoutMark(file: string, piece: Buffer): Buffer {
    if (["fffe", "feff"].includes(piece.toString("hex", 0, 2))) {
        throw new UserError(`${file} : attendu un texte en UTF-8, obtenu un texte en UTF-16`);
    }
    return piece.toString("hex", 0, 3) === "efbbbf" ? piece.subarray(3) : piece;
}

function parsed<T>(file: string, parse: () => T, got: string): T {
    try {
        return parse();
    } catch (error) {
        if (error instanceof SyntaxError) {
            throw new UserError(`${file} : attendu un export entier de pile Pulumi, en JSON, obtenu ${got}`);
        }
        throw error;
    }
}

/** The version stands before the resources in every export. */
function checkVersion(file: string, state: unknown): void {
    const version: unknown =
        typeof state === "object" && state !== null && "version" in state ? state.version : undefined;
    if (version !== VERSION) {
        const obtained =
            typeof version === "number" ? `la version ${version.toString()}` : "aucun numéro de version";
        throw new UserError(
            `${file} : attendu un export de pile Pulumi de version ${VERSION.toString()}, obtenu ${obtained}`,
        );
    }
}
