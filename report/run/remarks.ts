import { typeset } from "../../policies/typography";
import { counted } from "../french";
import type { RunRecord } from "./record";
import { nameOf } from "../../policies/urn";

/** What the levels of the packs changed in a run, in French: resources corrected, and values refused for being unknown. */
export function remarkLines({ remediations, undecidedRefusals }: RunRecord): readonly string[] {
    const corrected = remediations.map(({ rule, resource }) => `  ${rule} : ${nameOf(resource)}`);
    const lines = [
        ...(corrected.length === 0
            ? []
            : [
                  `${counted(corrected.length, "correction appliquée", "corrections appliquées")} :`,
                  ...corrected,
              ]),
        ...(undecidedRefusals.size === 0
            ? []
            : [
                  `${counted(undecidedRefusals.size, "ressource refusée", "ressources refusées")} : cette pile n’admet pas de règle indécidable`,
              ]),
    ];
    return lines.map(typeset);
}
