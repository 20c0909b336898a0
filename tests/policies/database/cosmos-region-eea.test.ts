import { cosmosRegionEea } from "../../../policies/rules/database/cosmos-region-eea";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const at = (...names: readonly unknown[]) => ({ locations: names.map((locationName) => ({ locationName })) });
const EXPECTED = "attendu une région Azure de l’Espace économique européen";

describeRule(cosmosRegionEea, {
    type: "azure-native:cosmosdb:DatabaseAccount",
    accepts: { "two regions of the EEA": compliant(at("francecentral", "France South")) },
    rejects: {
        "a second copy in the United Kingdom": violation(
            at("francecentral", "uksouth"),
            `locations[1].locationName : ${EXPECTED}, obtenu « uksouth »`,
        ),
        "Switzerland, spelt for people": violation(
            at("Switzerland North"),
            `locations[0].locationName : ${EXPECTED}, obtenu « Switzerland North »`,
        ),
        "a number": violation(at(1), `locations[0].locationName : ${EXPECTED}, obtenu 1`),
        "no region": violation(at(), "locations : attendu une liste non vide, obtenu une liste"),
    },
    unset: {
        "the regions": violation({}, "locations : attendu une liste non vide, non défini"),
        "a name": violation({ locations: [{}] }, `locations[0].locationName : ${EXPECTED}, non défini`),
    },
    unknown: { "a region": undecided(at("francecentral", UNKNOWN), "locations[1].locationName") },
    otherType: "azure-native:cosmosdb:SqlResourceSqlContainer",
});
