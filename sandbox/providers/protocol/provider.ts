import type { Properties } from "./values";

/** What one stand-in is; `open` gives the provider of one connection of the engine. */
export interface Plugin {
    readonly name: string;
    /** The version of the npm package, which the engine compares with the one that the program asks for. */
    readonly version: string;
    /** Whether secrets arrive in envelopes; otherwise the engine strips them and marks same-named outputs again. */
    readonly acceptSecrets: boolean;
    open(): Provider;
}

/** One configured provider. Throws `ProviderError` for what the user can understand. */
export interface Provider {
    /** `variables` are keyed by property name; structured ones are JSON text. Secrets are revealed. */
    configure(variables: ReadonlyMap<string, string>): void;
    diffConfig(change: Change): Diff;
    check(request: CheckRequest): CheckResult | Promise<CheckResult>;
    diff(change: Change): Diff | Promise<Diff>;
    create(request: CreateRequest): State | Promise<State>;
    update(request: UpdateRequest): Properties | Promise<Properties>;
    /** Undefined for a resource that is gone. Without it a resource is what the engine's state says. */
    read?(request: ReadRequest): Promise<Reading | undefined>;
    /** Without it anything can be deleted: the world of the stand-ins is the engine's own state. */
    delete?(request: DeleteRequest): void | Promise<void>;
    invoke(token: string, args: Properties): Properties;
}

export interface ResourceName {
    /** Type token, such as `azure-native:keyvault:Vault`. */
    readonly type: string;
    /** The name that the program gave the resource. */
    readonly name: string;
}

export interface CheckRequest extends ResourceName {
    readonly oldInputs: Properties;
    readonly inputs: Properties;
    readonly naming: Naming;
}

/** How the engine wants a name to be made that the program left out. */
export interface Naming {
    readonly seed: Uint8Array;
    /** The name that the engine proposes, if it does; `disabled` when none may be made. */
    readonly proposed?: string;
    readonly disabled: boolean;
}

export interface CheckResult {
    readonly inputs: Properties;
    readonly failures: readonly CheckFailure[];
}

export interface CheckFailure {
    readonly property: string;
    readonly reason: string;
}

export interface Change extends ResourceName {
    readonly id: string;
    readonly oldInputs: Properties;
    readonly oldOutputs: Properties;
    readonly inputs: Properties;
}

export interface Diff {
    readonly changes: readonly PropertyChange[];
    readonly deleteBeforeReplace: boolean;
}

export interface PropertyChange {
    readonly path: Path;
    readonly kind: "add" | "delete" | "update";
    readonly replace: boolean;
}

/** Where a value lies in a property map: keys and list positions. */
export type Path = readonly (string | number)[];

/** What a call may take its time over, and whom it tells. */
export interface Operation {
    readonly urn: string;
    /** From the resource's option `customTimeouts`. */
    readonly timeoutSeconds?: number;
    /** Aborted when the user cancels. */
    readonly signal: AbortSignal;
    /** Shows a line beside the resource until the next one. */
    progress(line: string): void;
    /** Leaves a line in the output. */
    warn(line: string): void;
}

export interface CreateRequest extends ResourceName {
    readonly inputs: Properties;
    readonly preview: boolean;
    readonly operation: Operation;
}

export interface UpdateRequest extends Change {
    readonly preview: boolean;
    readonly operation: Operation;
}

export interface ReadRequest extends ResourceName {
    readonly id: string;
    readonly oldInputs: Properties;
    readonly oldOutputs: Properties;
    readonly operation: Operation;
}

export interface Reading {
    readonly outputs: Properties;
    readonly inputs: Properties;
}

export interface DeleteRequest extends ResourceName {
    readonly id: string;
    readonly oldInputs: Properties;
    readonly oldOutputs: Properties;
    readonly operation: Operation;
}

export interface State {
    /** Empty at preview only. */
    readonly id: string;
    readonly outputs: Properties;
}
