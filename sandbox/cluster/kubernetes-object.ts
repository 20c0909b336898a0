/** What every Kubernetes object says of itself. */
export interface Metadata {
    readonly name: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly resourceVersion?: string;
    readonly generation?: number;
    readonly creationTimestamp?: string;
    readonly deletionTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
}

/** An object of the Kubernetes API, as JSON. */
export interface KubernetesObject {
    readonly apiVersion: string;
    readonly kind: string;
    readonly metadata: Metadata;
    readonly [field: string]: unknown;
}

/** The objects that a path lists, and the version of the store to watch on from. */
export interface KubernetesList {
    readonly items: readonly KubernetesObject[];
    readonly resourceVersion: string;
}

/** A change of an object. */
export interface WatchEvent {
    readonly type: "ADDED" | "MODIFIED" | "DELETED";
    readonly object: KubernetesObject;
}

/** What the API server answers when it refuses. */
export interface Status {
    readonly kind: "Status";
    readonly message?: string;
    /** Such as "NotFound", "Forbidden", "Invalid", "Conflict". */
    readonly reason?: string;
    readonly code?: number;
    readonly details?: {
        readonly name?: string;
        readonly kind?: string;
        readonly causes?: readonly {
            readonly reason?: string;
            readonly message?: string;
            readonly field?: string;
        }[];
    };
}

/** A refusal of the API server, in its own words. */
export class ApiError extends Error {
    public override readonly name = "ApiError";
    public readonly reason: string;

    /** @param code The HTTP status. */
    public constructor(
        public readonly code: number,
        public readonly status: Status,
    ) {
        super(status.message ?? `expected an answer, got HTTP ${String(code)}`);
        this.reason = status.reason ?? "";
    }
}

/** Whether an object's status has a condition, such as "Ready", that is true. */
export function isTrue(object: KubernetesObject, condition: string): boolean {
    const { conditions } = (object.status ?? {}) as {
        readonly conditions?: readonly { readonly type: string; readonly status: string }[] | null;
    };
    return (conditions ?? []).some(({ type, status }) => type === condition && status === "True");
}
