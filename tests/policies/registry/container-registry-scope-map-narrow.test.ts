import { containerRegistryScopeMapNarrow } from "../../../policies/rules/registry/container-registry-scope-map-narrow";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const map = (...actions: readonly unknown[]) => ({ actions });
const EXPECTED = "attendu un droit sur un dépôt nommé, sans joker ni suppression";
const wide = (action: string) => violation(map(action), `actions[0] : ${EXPECTED}, obtenu « ${action} »`);

describeRule(containerRegistryScopeMapNarrow, {
    type: "azure-native:containerregistry:ScopeMap",
    accepts: {
        "reading a repository": compliant(map("repositories/openmrs/backend/content/read")),
        "writing two repositories": compliant(
            map(
                "repositories/a/content/write",
                "repositories/b/metadata/write",
                "repositories/b/metadata/read",
            ),
        ),
    },
    rejects: {
        "every repository": wide("repositories/*/content/read"),
        "every repository of a family": wide("repositories/openmrs/*/content/read"),
        "a deletion": wide("repositories/openmrs/content/delete"),
        "the gateway of a connected registry": wide("gateway/edge/config/read"),
        "what only begins like a right": wide("repositories/openmrs/content/read/more"),
        "a right that only ends alike": wide("x/repositories/openmrs/content/read"),
        "no repository": wide("repositories//content/read".replace("//", "/")),
        "a right among others": violation(
            map("repositories/a/content/read", "repositories/*/content/read"),
            `actions[1] : ${EXPECTED}, obtenu « repositories/*/content/read »`,
        ),
        "no right": violation(map(), "actions : attendu une liste non vide, obtenu une liste"),
    },
    unset: { "the rights": violation({}, "actions : attendu une liste non vide, non défini") },
    unknown: { "a right": undecided(map(UNKNOWN), "actions[0]") },
    otherType: "azure-native:containerregistry:Replication",
});
