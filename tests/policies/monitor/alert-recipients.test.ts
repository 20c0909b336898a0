import { alertRecipients } from "../../../policies/rules/monitor/alert-recipients";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

const alert = (sample: Case): Case => ({ ...sample, type: "azure-native:monitor:ActivityLogAlert" });
const query = (sample: Case): Case => ({ ...sample, type: "azure-native:monitor:ScheduledQueryRule" });
const contact = (sample: Case): Case => ({ ...sample, type: "azure-native:security:SecurityContact" });
const group = (emailReceivers: unknown, enabled: unknown = true) => ({ enabled, emailReceivers });
const RECEIVERS = [{ emailAddress: "alertes@example.fr" }];

describeRule(alertRecipients, {
    type: "azure-native:monitor:ActionGroup",
    accepts: {
        "a group with an address": compliant(group(RECEIVERS)),
        "an alert with a group that is not created yet": alert(
            compliant({ actions: { actionGroups: [{ actionGroupId: UNKNOWN }] } }),
        ),
        "a query with a group that is not created yet": query(
            compliant({ enabled: true, actions: { actionGroups: [UNKNOWN] } }),
        ),
        "a contact with an address": contact(compliant({ emails: "alertes@example.fr" })),
    },
    rejects: {
        "a group without address": violation(
            group([]),
            "emailReceivers : attendu une liste non vide, obtenu une liste",
        ),
        "a group that is off": violation(group(RECEIVERS, false), "enabled : attendu true, obtenu false"),
        "an alert that is off": alert(
            violation(
                { enabled: false, actions: { actionGroups: [{ actionGroupId: "/subscriptions/0" }] } },
                "enabled : attendu true, obtenu false",
            ),
        ),
        "a query that is off": query(
            violation(
                { enabled: false, actions: { actionGroups: ["/subscriptions/0"] } },
                "enabled : attendu true, obtenu false",
            ),
        ),
        "a query for nobody": query(
            violation(
                { actions: { actionGroups: [] } },
                "actions.actionGroups : attendu une liste non vide, obtenu une liste",
            ),
        ),
        "a query for a group without id": query(
            violation(
                { actions: { actionGroups: [""] } },
                "actions.actionGroups[0] : attendu un groupe d’actions, obtenu «  »",
            ),
        ),
        "a contact that is off": contact(
            violation(
                { isEnabled: false, emails: "alertes@example.fr" },
                "isEnabled : attendu true, obtenu false",
            ),
        ),
    },
    unset: {
        "the addresses of a group": violation(
            { enabled: true },
            "emailReceivers : attendu une liste non vide, non défini",
        ),
        "the address of a receiver": violation(
            group([{ name: "nobody" }]),
            "emailReceivers[0].emailAddress : attendu une valeur non vide, non défini",
        ),
        "the group that an alert lists": alert(
            violation(
                { actions: { actionGroups: [{}] } },
                "actions.actionGroups[0].actionGroupId : attendu un groupe d’actions, non défini",
            ),
        ),
        "the groups of an alert": alert(
            violation({}, "actions.actionGroups : attendu une liste non vide, non défini"),
        ),
        "the groups of a query": query(
            violation({}, "actions.actionGroups : attendu une liste non vide, non défini"),
        ),
        "the addresses of a contact": contact(
            violation({}, "emails : attendu une valeur non vide, non défini"),
        ),
    },
    unknown: {
        "the addresses of a contact": contact(undecided({ emails: UNKNOWN }, "emails")),
        "the addresses of a group": undecided(group(UNKNOWN), "emailReceivers"),
    },
    otherType: "azure-native:monitor:DiagnosticSetting",
});

describeRemedies(alertRecipients, {
    "azure-native:monitor:ActionGroup": [{ path: "enabled", value: true }],
    "azure-native:security:SecurityContact": [],
});
