import { messagingTlsVersion } from "../../../policies/rules/messaging/messaging-tls-version";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

const VERSIONS = [
    ["eventgrid:Domain", "minimumTlsVersionAllowed"],
    ["eventgrid:Namespace", "minimumTlsVersionAllowed"],
    ["eventgrid:PartnerNamespace", "minimumTlsVersionAllowed"],
    ["eventgrid:Topic", "minimumTlsVersionAllowed"],
    ["eventhub:Namespace", "minimumTlsVersion"],
    ["servicebus:Namespace", "minimumTlsVersion"],
] as const;

const hub = (sample: Case): Case => ({ ...sample, type: "azure-native:iothub:IotHubResource" });
const EXPECTED = "attendu « 1.2 » ou « 1.3 »";

describeRule(messagingTlsVersion, {
    type: "azure-native:servicebus:Namespace",
    accepts: {
        ...Object.fromEntries(
            VERSIONS.map(([type, property]) => [
                `TLS 1.2 on ${type}`,
                { ...compliant({ [property]: "1.2" }), type: `azure-native:${type}` },
            ]),
        ),
        "TLS 1.3": compliant({ minimumTlsVersion: "1.3" }),
        "TLS 1.2 on a hub": hub(compliant({ properties: { minTlsVersion: "1.2" } })),
    },
    rejects: {
        ...Object.fromEntries(
            VERSIONS.map(([type, property]) => [
                `TLS 1.1 on ${type}`,
                {
                    ...violation({ [property]: "1.1" }, `${property} : ${EXPECTED}, obtenu « 1.1 »`),
                    type: `azure-native:${type}`,
                },
            ]),
        ),
        "TLS 1.0 on a hub": hub(
            violation(
                { properties: { minTlsVersion: "1.0" } },
                `properties.minTlsVersion : ${EXPECTED}, obtenu « 1.0 »`,
            ),
        ),
    },
    unset: { "the version": violation({}, `minimumTlsVersion : ${EXPECTED}, non défini`) },
    unknown: { "the version": undecided({ minimumTlsVersion: UNKNOWN }, "minimumTlsVersion") },
    otherType: "azure-native:servicebus:Queue",
});

describeRemedies(messagingTlsVersion, {
    ...Object.fromEntries(VERSIONS.map(([type, path]) => [`azure-native:${type}`, [{ path, value: "1.2" }]])),
    "azure-native:iothub:IotHubResource": [],
});
