import type { Policies, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { AnalyzeRequest } from "@pulumi/pulumi/proto/analyzer_pb";

/** A policy of a pack and the types that it has something to say on. */
export interface Dispatchable {
    readonly policy: ResourceValidationPolicy | StackValidationPolicy;
    readonly appliesTo: (type: string) => boolean;
}

/**
 * The SDK passes over a function that bears the type of another resource, before it prepares anything for it, and
 * answers "not applicable". The type comes back in the reason.
 */
const elsewhere = Object.assign(() => undefined, { __pulumiType: "another" });

/** A request on one resource that the SDK has begun to serve. */
export interface Request {
    readonly type: string;
    readonly message: AnalyzeRequest;
}

let begun: Request | undefined;

/**
 * The policies for the SDK to serve. It walks through them for each request, right after it has asked the request for
 * its type: the walk meets the policies that apply to the type as they are, and all others marked as another type's.
 * Where the type is not known, each policy is met as it is and decides for itself.
 *
 * `onRequest` hears of each request on a resource, whatever the levels of the policies.
 */
export function dispatched(
    entries: readonly Dispatchable[],
    onRequest: (request: Request) => void,
): Policies {
    const policies: Policies = entries.map(({ policy }) => policy);
    const plain = [...policies];
    const byType = new Map<string, Policies>();
    const forType = (type: string): Policies => {
        const marked =
            byType.get(type) ??
            entries.map(({ policy, appliesTo }) => (appliesTo(type) ? policy : passedOver(policy)));
        byType.set(type, marked);
        return marked;
    };
    Object.defineProperty(policies, Symbol.iterator, {
        value: () => {
            const request = begun;
            begun = undefined;
            if (request === undefined) {
                return plain.values();
            }
            onRequest(request);
            return forType(request.type).values();
        },
    });
    return policies;
}

function passedOver(policy: Policies[number]): Policies[number] {
    return { ...policy, validateResource: elsewhere, remediateResource: elsewhere };
}

/** Notes each request when the SDK asks it for its type. */
export function noteRequests(): void {
    const { prototype } = AnalyzeRequest;
    const getType = Object.getOwnPropertyDescriptor(prototype, "getType")?.value as () => string;
    prototype.getType = function () {
        const type = getType.call(this);
        begun = { type, message: this };
        return type;
    };
}
