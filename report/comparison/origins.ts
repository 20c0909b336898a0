import type { Changes, Origin, Report } from "../model";

/** Which inputs differ between two reports. */
export function differingInputs(before: Report, after: Report): Origin[] {
    const differs: Readonly<Record<Origin, boolean>> = {
        // A simulated Azure, a real one and a recorded state answer the same program with other values.
        infrastructure:
            before.inputs.infrastructure !== after.inputs.infrastructure ||
            before.simulated !== after.simulated ||
            before.source !== after.source,
        rules: before.inputs.rules !== after.inputs.rules,
        levels: before.inputs.levels !== after.inputs.levels,
        exemptions:
            before.inputs.exemptions !== after.inputs.exemptions || inForce(before) !== inForce(after),
        engine: before.engine?.version !== after.engine?.version,
    };
    return (Object.keys(differs) as Origin[]).filter((origin) => differs[origin]);
}

/** The exemptions that cover: they also change by expiring, and by being ignored. */
function inForce({ exemptions }: Report): string {
    return JSON.stringify(exemptions.ignored ? [] : exemptions.inForce.map(({ id }) => id).sort());
}

/** What the origins of one changed finding follow from. */
export interface Change extends Pick<Changes["findings"][number], "rule" | "resource" | "before" | "after"> {
    /** Origins that `differingInputs` gave for the two reports. */
    readonly inputs: readonly Origin[];
    /** True where one of the reports alone has the resource, or the rule, or has it disabled. */
    readonly only: { readonly resource: boolean; readonly rule: boolean; readonly disabled: boolean };
}

/** What may have changed a finding: one where that is certain, none where no known input differs. */
export function originsOf({ before, after, inputs, only }: Change): Origin[] {
    const certain: Origin[] = [
        ...(only.resource ? (["infrastructure"] as const) : []),
        ...(only.rule ? (["rules"] as const) : []),
        ...(only.disabled ? (["levels"] as const) : []),
    ];
    if (certain.length > 0) {
        return certain;
    }
    const verdicts = [before, after];
    if (verdicts.includes("exempted") && verdicts.includes("violation") && inputs.includes("exemptions")) {
        return ["exemptions"];
    }
    // The register covers violations: it makes no other verdict.
    return inputs.filter((origin) => origin !== "exemptions");
}
