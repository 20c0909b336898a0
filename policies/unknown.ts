// The SDK exports these without declaring them. They are taken from their own file: the index of the package loads the
// whole Pulumi runtime, which neither the report nor a test of a rule needs.
import {
    unknownArchiveValue,
    unknownArrayValue,
    unknownAssetValue,
    unknownBooleanValue,
    UnknownValueError,
    unknownCheckingProxy,
    unknownNumberValue,
    unknownObjectValue,
    unknownStringValue,
} from "@pulumi/policy/proxy";

declare module "@pulumi/policy/proxy" {
    export class UnknownValueError extends Error {
        constructor(unknownTypeSentinel: string, props: readonly string[]);
        readonly props: readonly string[];
    }
    export const unknownArchiveValue: string;
    export const unknownArrayValue: string;
    export const unknownAssetValue: string;
    export const unknownBooleanValue: string;
    export const unknownNumberValue: string;
    export const unknownObjectValue: string;
    export const unknownStringValue: string;
    export function unknownCheckingProxy<T extends object>(properties: T): T;
}

export { UnknownValueError, unknownCheckingProxy, unknownStringValue };

const unknowns: ReadonlySet<unknown> = new Set([
    unknownArchiveValue,
    unknownArrayValue,
    unknownAssetValue,
    unknownBooleanValue,
    unknownNumberValue,
    unknownObjectValue,
    unknownStringValue,
]);

/** Whether a value as the engine sends it stands for one that is not known yet. */
export function isUnknown(value: unknown): boolean {
    return unknowns.has(value);
}

/**
 * What a policy throws when it could not judge some properties: the SDK turns it into the advisory
 * "can't run policy … during preview: indécidable : <path>[, <path>...]".
 */
export class UndecidedError extends UnknownValueError {
    constructor(paths: readonly string[]) {
        super(unknownStringValue, []);
        this.message = `indécidable : ${paths.join(", ")}`;
    }
}
