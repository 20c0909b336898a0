/** A path as rules write it: `spec.containers[0].env`, `tags["a b"]`; then a no-break space and a colon. */
const PATH =
    /^(?<path>(?:[A-Za-z_$][\w$-]*|\["[^\n]*?"\])(?:\.[A-Za-z_$][\w$-]*|\[\d+\]|\["[^\n]*?"\])*)\u00a0: /;

/** The path of the value that a message is about; `null` where it is about the resource as a whole. */
export function propertyOf(message: string): string | null {
    return PATH.exec(message)?.groups?.path ?? null;
}
