import { falseOrUnset, such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

// Not set leaves it to the mesh, which uses mutual TLS wherever the server can.
const encrypted = such("un mode qui chiffre", (mode) => mode !== "DISABLE");

const TYPE = "kubernetes:networking.istio.io/v1:DestinationRule";

export const meshDestinationTls = defineRule({
    id: "mesh-destination-tls",
    title: {
        fr: "Aucune DestinationRule ne coupe ni n’affaiblit TLS",
        en: "No DestinationRule cuts or weakens TLS",
    },
    why: {
        fr: "DISABLE envoie en clair ce que le maillage chiffrait ; insecureSkipVerify accepte n’importe quel serveur.",
        en: "DISABLE sends in clear what the mesh encrypted; insecureSkipVerify accepts any server.",
    },
    remediation: {
        fr: "Retirer tls.mode DISABLE et insecureSkipVerify, ou mettre ISTIO_MUTUAL.",
        en: "Remove tls.mode DISABLE and insecureSkipVerify, or set ISTIO_MUTUAL.",
    },
    severity: "critical",
    url: "https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings",
    appliesTo: ["kubernetes:networking.istio.io:DestinationRule"],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: { spec: { host: "backend", trafficPolicy: { tls: { mode: "ISTIO_MUTUAL" } } } },
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: { spec: { host: "backend", trafficPolicy: { tls: { mode: "DISABLE" } } } },
            },
        ],
    },

    check(rule) {
        checkPolicy(rule.at("spec.trafficPolicy"));
        rule.each("spec.subsets", (subset) => {
            checkPolicy(subset.at("trafficPolicy"));
        });
    },
});

function checkPolicy(policy: Inspection): void {
    checkTls(policy);
    policy.each("portLevelSettings", checkTls);
}

function checkTls(settings: Inspection): void {
    settings.expect("tls.mode", encrypted);
    settings.expect("tls.insecureSkipVerify", falseOrUnset);
}
