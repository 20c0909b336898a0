import { budgetNotifies } from "../../../policies/rules/governance/budget-notifies";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const warning = {
    enabled: true,
    operator: "GreaterThanOrEqualTo",
    threshold: 100,
    contactEmails: ["plateforme@example.org"],
};
const budget = (overrides: object) => ({ notifications: { actual: { ...warning, ...overrides } } });
const EXPECTED = "notifications : attendu un avertissement actif, à 100 % ou moins, avec un destinataire";
const silent = (overrides: object) => violation(budget(overrides), EXPECTED);

describeRule(budgetNotifies, {
    type: "azure-native:consumption:Budget",
    accepts: {
        "a warning at the whole": compliant(budget({})),
        "a warning at half": compliant(budget({ threshold: 50, operator: "greaterthan" })),
        "a warning from the first cent": compliant(budget({ threshold: 0 })),
        "a warning to an action group": compliant(budget({ contactEmails: [], contactGroups: ["/a"] })),
        "a warning to a role": compliant(budget({ contactEmails: [], contactRoles: ["Owner"] })),
        "one warning among others": compliant({
            notifications: { late: { ...warning, threshold: 150 }, actual: warning },
        }),
        "a late warning that users allow": {
            ...compliant(budget({ threshold: 120 })),
            config: { maxThreshold: 120 },
        },
    },
    rejects: {
        "a warning that is off": silent({ enabled: false }),
        "a warning that comes late": silent({ threshold: 101 }),
        "a threshold below none": silent({ threshold: -1 }),
        "a warning at one figure only": silent({ operator: "EqualTo" }),
        "a warning to nobody": silent({ contactEmails: [] }),
        "a warning to an empty address": silent({ contactEmails: [""] }),
        "warnings that are a text": violation(
            { notifications: "a" },
            "notifications : attendu un objet, obtenu une chaîne",
            EXPECTED,
        ),
    },
    unset: { "the warnings": violation({}, EXPECTED), "the threshold": silent({ threshold: null }) },
    unknown: {
        "the warnings": undecided({ notifications: UNKNOWN }, "notifications"),
        "the threshold": undecided(budget({ threshold: UNKNOWN }), "notifications.actual.threshold"),
        "the only address": undecided(
            budget({ contactEmails: [UNKNOWN] }),
            "notifications.actual.contactEmails[0]",
        ),
    },
    otherType: "azure-native:resources:ResourceGroup",
});
