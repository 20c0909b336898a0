import * as assert from "node:assert/strict";

import { aksRunCommandDisabled } from "../../../policies/rules/aks/aks-run-command-disabled";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const PATH = "apiServerAccessProfile.disableRunCommand";

const cluster = (disableRunCommand: unknown) => ({ apiServerAccessProfile: { disableRunCommand } });

describeRule(aksRunCommandDisabled, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: { "a cluster without run command": compliant(cluster(true)) },
    rejects: {
        "a cluster with run command": violation(cluster(false), `${PATH} : attendu true, obtenu false`),
    },
    unset: { "the setting": violation({}, `${PATH} : attendu true, non défini`) },
    unknown: { "the setting": undecided(cluster(UNKNOWN), PATH) },
    otherType: "azure-native:containerservice:AgentPool",
});

describe("the remedy of aks-run-command-disabled", () => {
    it("sets what the rule asks for", () => {
        assert.deepEqual(aksRunCommandDisabled.remedies?.("azure-native:containerservice:ManagedCluster"), [
            { path: "apiServerAccessProfile.disableRunCommand", value: true },
        ]);
    });
});
