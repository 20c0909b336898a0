import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { formatPath } from "./diff";
import type { CheckResult, Diff, PropertyChange } from "./provider";
import { encode } from "./struct";

export function encodeCheck(result: CheckResult): proto.CheckResponse {
    const failures = result.failures.map(({ property, reason }) =>
        new proto.CheckFailure().setProperty(property).setReason(reason),
    );
    return new proto.CheckResponse().setInputs(encode(result.inputs)).setFailuresList(failures);
}

/** Every stand-in compares inputs, so each path lies in the inputs. */
export function encodeDiff(diff: Diff): proto.DiffResponse {
    const response = new proto.DiffResponse();
    for (const change of diff.changes) {
        const kind = KINDS[change.kind][change.replace ? 1 : 0];
        response
            .getDetaileddiffMap()
            .set(formatPath(change.path), new proto.PropertyDiff().setKind(kind).setInputdiff(true));
    }
    return response
        .setChanges(diff.changes.length > 0 ? CHANGES.SOME : CHANGES.NONE)
        .setDiffsList(topLevelKeys(diff.changes))
        .setReplacesList(topLevelKeys(diff.changes.filter(({ replace }) => replace)))
        .setHasdetaileddiff(true)
        .setDeletebeforereplace(diff.deleteBeforeReplace);
}

const { DiffChanges } = proto.DiffResponse;
const CHANGES = { SOME: DiffChanges.DIFF_SOME, NONE: DiffChanges.DIFF_NONE } as const;

const { Kind } = proto.PropertyDiff;
const KINDS = {
    add: [Kind.ADD, Kind.ADD_REPLACE],
    delete: [Kind.DELETE, Kind.DELETE_REPLACE],
    update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
} as const;

function topLevelKeys(changes: readonly PropertyChange[]): string[] {
    return [...new Set(changes.map(({ path }) => String(path[0])))];
}
