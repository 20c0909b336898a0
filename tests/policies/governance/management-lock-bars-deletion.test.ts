import * as assert from "node:assert/strict";

import { managementLockBarsDeletion } from "../../../policies/rules/governance/management-lock-bars-deletion";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const EXPECTED = "level : attendu « CanNotDelete » ou « ReadOnly »";
const levels = ["ResourceGroupLevel", "ResourceLevel", "SubscriptionLevel"];

describeRule(managementLockBarsDeletion, {
    type: "azure-native:authorization:ManagementLockByScope",
    accepts: {
        "a lock against deletion": compliant({ level: "CanNotDelete" }),
        "a lock against any change": compliant({ level: "ReadOnly" }),
    },
    rejects: {
        "a lock without effect": violation({ level: "NotSpecified" }, `${EXPECTED}, obtenu « NotSpecified »`),
        ...Object.fromEntries(
            levels.map((level) => [
                `the same at ${level}`,
                {
                    ...violation({ level: "NotSpecified" }, `${EXPECTED}, obtenu « NotSpecified »`),
                    type: `azure-native:authorization:ManagementLockAt${level}`,
                },
            ]),
        ),
    },
    unset: { "the level": violation({}, `${EXPECTED}, non défini`) },
    unknown: { "the level": undecided({ level: UNKNOWN }, "level") },
    otherType: "azure-native:authorization:PolicyAssignment",
});

describe("the remedy of management-lock-bars-deletion", () => {
    it("sets what the rule asks for", () => {
        assert.deepEqual(
            managementLockBarsDeletion.remedies?.("azure-native:authorization:ManagementLockByScope"),
            [{ path: "level", value: "CanNotDelete" }],
        );
    });
});
