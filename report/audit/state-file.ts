import { createReadStream } from "node:fs";
import { JSONParser } from "@streamparser/json";
import { UserError } from "../../sandbox/user-error";
import { type StateResource, stateResource } from "./state-resource";

/** The format of `pulumi stack export` that is understood; the CLI writes it since 2019. */
const VERSION = 3;

/** Bytes read at a time. */
const CHUNK = 1 << 20;

const VERSION_PATH = "$.version";
const RESOURCES_PATH = "$.deployment.resources.*";
const PENDING_PATH = "$.deployment.pending_operations.*";

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
    const parser = new JSONParser({
        paths: [VERSION_PATH, RESOURCES_PATH, PENDING_PATH],
        keepStack: false,
    });
    Object.assign(summary, { pendingOperations: 0, pendingDeletions: 0 } satisfies StateSummary);
    let version: unknown;
    let elements: unknown[] = [];
    let count = 0;
    parser.onValue = ({ value, key, stack }) => {
        if (stack.length === 1) {
            version = value;
        } else if (stack[2]?.key === "pending_operations") {
            summary.pendingOperations += 1;
        } else if (typeof key === "number") {
            elements.push(value);
        }
    };
    let position = 0;
    const parse = (step: () => void, got: () => string): void => {
        try {
            step();
        } catch {
            throw new UserError(
                `${file} : attendu un export entier de pile Pulumi, en JSON, obtenu ${got()}`,
            );
        }
    };

    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
        parse(
            () => {
                parser.write(chunk);
            },
            () =>
                `autre chose entre les octets ${position.toString()} et ${(position + chunk.length).toString()}`,
        );
        position += chunk.length;
        if (elements.length > 0) {
            checkVersion(file, version);
            const first = count;
            count += elements.length;
            const resources = elements.map((element, index) => stateResource(element, first + index));
            elements = [];
            summary.pendingDeletions += resources.filter(({ pendingDeletion }) => pendingDeletion).length;
            yield resources;
        }
    }
    parse(
        () => {
            if (!parser.isEnded) {
                parser.end();
            }
        },
        () => `un texte qui s’arrête à l’octet ${position.toString()}`,
    );
    checkVersion(file, version);
    if (count === 0) {
        throw new UserError(`${file} : attendu des ressources dans deployment.resources, obtenu aucune`);
    }
}

/** The version stands before the resources in every export. */
function checkVersion(file: string, version: unknown): void {
    if (version !== VERSION) {
        const obtained =
            typeof version === "number" ? `la version ${version.toString()}` : "aucun numéro de version";
        throw new UserError(
            `${file} : attendu un export de pile Pulumi de version ${VERSION.toString()}, obtenu ${obtained}`,
        );
    }
}
