import * as assert from "node:assert/strict";

import { keyVaultDeletionRetained } from "../../../policies/rules/key-vault/key-vault-deletion-retained";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const kept = (days: unknown) => ({ properties: { softDeleteRetentionInDays: days } });
const PATH = "properties.softDeleteRetentionInDays";
describeRule(keyVaultDeletionRetained, {
    type: "azure-native:keyvault:Vault",
    accepts: {
        "exactly the time": compliant(kept(90)),
        "a shorter time that the users chose": { ...compliant(kept(30)), config: { minDays: 30 } },
        "an HSM likewise": { ...compliant(kept(90)), type: "azure-native:keyvault:ManagedHsm" },
    },
    rejects: {
        "a shorter time": violation(kept(89), `${PATH} : attendu au moins 90 jours, obtenu 89`),
        "a text": violation(kept("90"), `${PATH} : attendu au moins 90 jours, obtenu « 90 »`),
        "an HSM likewise": {
            ...violation(kept(7), `${PATH} : attendu au moins 90 jours, obtenu 7`),
            type: "azure-native:keyvault:ManagedHsm",
        },
    },
    unset: {
        "the time, which is then 90 days,": compliant({ properties: {} }),
    },
    unknown: { "the time": undecided(kept(UNKNOWN), PATH) },
    otherType: "azure-native:keyvault:Key",
});

describe(`the choices of ${keyVaultDeletionRetained.id}`, () => {
    it("are whole days, as many as Azure lets one choose", () => {
        const { description, ...schema } = { ...keyVaultDeletionRetained.config?.minDays };
        assert.deepEqual(schema, { type: "integer", minimum: 7, maximum: 90, default: 90 });
        assert.match(description ?? "", /90/);
    });
});
