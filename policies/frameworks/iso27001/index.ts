import { type Assessment, defineFramework } from "../../framework";
import { ISO_27001_URL } from "../sources";
import { organisation } from "./organisation";
import { peopleAndPremises } from "./people-and-premises";
import { technology } from "./technology";
import { type ControlId, titles } from "./titles";

const assessments: Readonly<Record<ControlId, Assessment>> = {
    ...organisation,
    ...peopleAndPremises,
    ...technology,
};

/** ISO/IEC 27001:2022, the 93 controls of Annex A. */
export const iso27001 = defineFramework({
    id: "iso27001",
    title: {
        fr: "ISO/IEC 27001, annexe A",
        en: "ISO/IEC 27001, Annex A",
    },
    version: "2022",
    url: ISO_27001_URL,
    pack: false,
    requirements: Object.entries(assessments).map(([id, assessment]) => ({
        id,
        title: titles[id as ControlId],
        ...withoutPeers(assessment),
    })),
});

/** A control is not a source of itself, and its peers are requirements of their own. */
function withoutPeers(assessment: Assessment): Assessment {
    return assessment.status === "automated"
        ? {
              ...assessment,
              chain: assessment.chain.map(({ sources, rules }) => ({
                  sources: sources.filter(({ url }) => url !== ISO_27001_URL),
                  rules,
              })),
          }
        : assessment;
}
