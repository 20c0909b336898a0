import { ApiError } from "./api";

/**
 * Waits for an answer. A refusal is logged, and the object left as it is, so that the fault of one ends no stand-in; one
 * for the expected reason, such as "AlreadyExists", is none.
 */
export async function tolerating(
    expected: string,
    log: (line: string) => void,
    answer: Promise<unknown>,
): Promise<void> {
    try {
        await answer;
    } catch (error) {
        if (!(error instanceof ApiError)) {
            throw error;
        }
        if (error.reason !== expected) {
            log(`refused: ${error.message}`);
        }
    }
}
