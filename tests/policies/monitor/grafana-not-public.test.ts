import { grafanaNotPublic } from "../../../policies/rules/monitor/grafana-not-public";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const closed = { publicNetworkAccess: "Disabled", zoneRedundancy: "Enabled" };
const grafana = (properties: object) => ({ properties: { ...closed, ...properties } });

describeRule(grafanaNotPublic, {
    type: "azure-native:dashboard:Grafana",
    accepts: { "a private Grafana": compliant(grafana({ apiKey: "disabled" })) },
    rejects: {
        "a public one": violation(
            grafana({ publicNetworkAccess: "Enabled" }),
            "properties.publicNetworkAccess : attendu « Disabled », obtenu « Enabled »",
        ),
        "API keys": violation(
            grafana({ apiKey: "Enabled" }),
            "properties.apiKey : attendu « Disabled », obtenu « Enabled »",
        ),
        "a single zone": violation(
            grafana({ zoneRedundancy: "Disabled" }),
            "properties.zoneRedundancy : attendu « Enabled », obtenu « Disabled »",
        ),
    },
    unset: {
        "access and zones": violation(
            {},
            "properties.publicNetworkAccess : attendu « Disabled », non défini",
            "properties.zoneRedundancy : attendu « Enabled », non défini",
        ),
        "the keys, which are then off,": compliant(grafana({})),
    },
    unknown: { "the keys": undecided(grafana({ apiKey: UNKNOWN }), "properties.apiKey") },
    otherType: "azure-native:dashboard:Dashboard",
});
