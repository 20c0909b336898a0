import { ApiError } from "./api";

/** Waits for an answer, and takes a refusal for the given reason, such as "AlreadyExists", as one. */
export async function ignoring(reason: string, answer: Promise<unknown>): Promise<void> {
    try {
        await answer;
    } catch (error) {
        if (!(error instanceof ApiError && error.reason === reason)) {
            throw error;
        }
    }
}
