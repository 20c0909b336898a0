/**
 * Says that a policy does not apply. The SDK has it said by an exception, and recording stacks, which nobody reads,
 * would take a third of the time of an analysis.
 */
export function notApplicable(args: { notApplicable(): never }): never {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
        return args.notApplicable();
    } finally {
        Error.stackTraceLimit = limit;
    }
}
