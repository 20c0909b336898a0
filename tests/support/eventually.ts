/** Waits until a condition holds, and fails with what it last gave when it does not within the time. */
export async function eventually<Value>(
    look: () => Promise<Value>,
    holds: (value: Value) => boolean,
    timeoutMs = 20_000,
): Promise<Value> {
    const end = performance.now() + timeoutMs;
    for (;;) {
        const value = await look();
        if (holds(value)) {
            return value;
        }
        if (performance.now() > end) {
            throw new Error(`not within ${String(timeoutMs)} ms: ${JSON.stringify(value)}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

/** Waits until a question is answered as expected, and fails with the last answer when it is not within the time. */
export async function eventuallyIs(
    question: () => Promise<unknown>,
    expected: unknown,
    timeoutMs: number,
): Promise<void> {
    await eventually(question, (answer) => answer === expected, timeoutMs);
}
