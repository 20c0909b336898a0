import { containerRegistryWebhookHttps } from "../../../policies/rules/registry/container-registry-webhook-https";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const EXPECTED = "serviceUri : attendu une adresse https://";
const refused = (serviceUri: unknown) => violation({ serviceUri }, EXPECTED);

describeRule(containerRegistryWebhookHttps, {
    type: "azure-native:containerregistry:Webhook",
    accepts: {
        "an encrypted address": compliant({ serviceUri: "https://hooks.example/images" }),
        "a scheme in capitals": compliant({ serviceUri: "HTTPS://hooks.example/images" }),
    },
    rejects: {
        "an address in clear": refused("http://user:password@hooks.example/images"),
        "an address in clear that leads to another": refused(
            "http://hooks.example/?to=https://other.example",
        ),
        "a scheme without host": refused("https:///images"),
        "a number": refused(443),
    },
    unset: { "the address": violation({}, EXPECTED) },
    unknown: { "the address": undecided({ serviceUri: UNKNOWN }, "serviceUri") },
    otherType: "azure-native:containerregistry:Replication",
});
