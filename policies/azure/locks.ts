import { all, type Answer, any } from "../answer";
import { anyCase, isScalar } from "../expectation";
import type { Subject } from "../rule";
import { refersTo } from "./references";

const GROUP = "azure-native:resources:ResourceGroup";
const BY_SCOPE = "azure-native:authorization:ManagementLockByScope";
const ON_GROUP = "azure-native:authorization:ManagementLockAtResourceGroupLevel";

/** Locks that can bar the deletion of a resource, and the groups that they may be put on. */
export const lockReads: Readonly<Record<string, readonly string[]>> = {
    [BY_SCOPE]: ["scope", "level"],
    [ON_GROUP]: ["resourceGroupName", "level"],
    [GROUP]: ["resourceGroupName"],
};

/** Whether a lock bars the deletion of a resource: one on it, or on the resource group or subscription that it is in. */
export function isLocked(resource: Subject, context: readonly Subject[]): Answer {
    return any(
        context
            .filter(({ type }) => type !== GROUP)
            .map((lock) =>
                all([
                    lock.properties.meets("level", anyCase("CanNotDelete", "ReadOnly")),
                    lock.type === ON_GROUP
                        ? sharesGroup(lock, resource, context)
                        : any([onResource(lock, resource), aroundResource(lock, resource, context)]),
                ]),
            ),
    );
}

function onResource(lock: Subject, resource: Subject): Answer {
    // A scope may be made of the id of a group and the name of a resource: that group says nothing of which.
    const sources = (property: string) => lock.sources(property).filter(({ type }) => type !== GROUP);
    return refersTo({ ...lock, sources }, "scope", lock.properties.readings("scope"), resource);
}

/** Whether a lock's scope is the resource group, or the subscription, of a resource. */
function aroundResource(lock: Subject, resource: Subject, context: readonly Subject[]): Answer {
    const scope = lock.properties.read("scope");
    if (scope.state !== "known") {
        // What came from a resource is on it; what came from a group alone may be on the group, or on a part of it.
        return lock.sources("scope").some(({ type }) => type !== GROUP)
            ? "no"
            : lock.properties.some([scope], () => false);
    }
    const text = isScalar(scope.value) ? String(scope.value) : "";
    const around = /^\/subscriptions\/[^/]+(?:\/resourceGroups\/([^/]+))?\/?$/i.exec(text);
    if (around === null) {
        return "no";
    }
    const [, group] = around;
    return group === undefined ? "yes" : isInGroup(resource, group, context);
}

/** Whether a resource is in a resource group: by its name there, else by that of the group it came from. */
function isInGroup(resource: Subject, group: string, context: readonly Subject[]): Answer {
    const sources = new Set(resource.sources("resourceGroupName").map(({ urn }) => urn));
    const declared =
        resource.properties.read("resourceGroupName").state === "unknown"
            ? context.find(({ urn }) => sources.has(urn))
            : undefined;
    const { properties } = declared ?? resource;
    return properties.some([properties.read("resourceGroupName")], (own) => sameName(own, group));
}

/** Whether a lock on a resource group is on that of a resource: by the group that both came from, else by its name. */
function sharesGroup(lock: Subject, resource: Subject, context: readonly Subject[]): Answer {
    const groups = new Set(resource.sources("resourceGroupName").map(({ urn }) => urn));
    if (lock.sources("resourceGroupName").some(({ urn }) => groups.has(urn))) {
        return "yes";
    }
    const name = lock.properties.read("resourceGroupName");
    return name.state === "known" && isScalar(name.value)
        ? isInGroup(resource, String(name.value), context)
        : lock.properties.some([name], () => false);
}

function sameName(one: unknown, other: string): boolean {
    return isScalar(one) && String(one).toLowerCase() === other.toLowerCase();
}
