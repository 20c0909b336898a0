import { textAt } from "./read";
import { refuseAny, refuseIf, type Neighbours, type Refusal } from "./refusal";

const LOCK = "azure-native:authorization:ManagementLockByScope";

/** Why Azure would refuse to delete a resource: a lock on it or on what it lies in. A lock itself can always go. */
export function lockedScope(id: string, neighbours: Neighbours): Refusal | undefined {
    if (/\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i.test(id)) {
        return undefined;
    }
    // Azure/apiops#606.
    return refuseAny(neighbours(LOCK), (lock) => {
        const scope = textAt(lock, "scope") ?? "";
        return refuseIf(
            scope !== "" && `${id}/`.toLowerCase().startsWith(`${scope}/`.toLowerCase()),
            "ScopeLocked",
            `The scope '${id}' cannot perform delete operation because following scope(s) are locked: '${scope}'. ` +
                "Please remove the lock and try again.",
        );
    });
}
