import { trafficManagerHttps } from "../../../policies/rules/network/traffic-manager-https";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const probe = (protocol: unknown) => ({ monitorConfig: { protocol } });
describeRule(trafficManagerHttps, {
    type: "azure-native:trafficmanager:Profile",
    accepts: { HTTPS: compliant(probe("https")) },
    rejects: {
        HTTP: violation(probe("HTTP"), "monitorConfig.protocol : attendu « HTTPS », obtenu « HTTP »"),
    },
    unset: { "the protocol": violation({}, "monitorConfig.protocol : attendu « HTTPS », non défini") },
    unknown: { "the protocol": undecided(probe(UNKNOWN), "monitorConfig.protocol") },
    otherType: "azure-native:trafficmanager:Endpoint",
});
