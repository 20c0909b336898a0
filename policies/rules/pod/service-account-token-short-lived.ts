import type { core } from "@pulumi/kubernetes/types/input";

import { such } from "../../expectation";
import { defineRule } from "../../rule";
import { podExample } from "../../kubernetes/example-workload";
import { podSpec, workloadTypes } from "../../kubernetes/pods";

const SECRET = "kubernetes:core:Secret";

const otherSecret = such(
    "un autre type que le jeton perpétuel d’un compte de service",
    (type) => type !== "kubernetes.io/service-account-token",
);

export const serviceAccountTokenShortLived = defineRule<{ readonly maximumSeconds: number }>({
    id: "service-account-token-short-lived",
    title: {
        fr: "Tout jeton de compte de service expire vite",
        en: "Every service account token expires soon",
    },
    why: {
        fr: "Un jeton volé qui n’expire pas ouvre l’API du cluster jusqu’à ce que quelqu’un s’en aperçoive.",
        en: "A stolen token that does not expire opens the cluster's API until somebody notices.",
    },
    remediation: {
        fr: "Projeter un jeton d’une heure (expirationSeconds), au lieu d’un Secret de type service-account-token.",
        en: "Project a token of one hour (expirationSeconds), in place of a Secret of type service-account-token.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/storage/projected-volumes/#serviceaccounttoken",
    appliesTo: [...workloadTypes, SECRET],
    config: {
        maximumSeconds: {
            type: "integer",
            minimum: 600,
            description: "Durée de vie maximale d’un jeton projeté, en secondes",
            default: 3600,
        },
    },
    examples: {
        compliant: [
            podExample({
                volumes: [
                    {
                        name: "token",
                        projected: {
                            sources: [{ serviceAccountToken: { path: "token", expirationSeconds: 3600 } }],
                        },
                    },
                ],
            }),
        ],
        violation: [
            {
                type: "kubernetes:core/v1:Secret",
                properties: { type: "kubernetes.io/service-account-token" } satisfies Partial<core.v1.Secret>,
            },
        ],
    },
    check(properties, { type }, { maximumSeconds }) {
        if (type === SECRET) {
            properties.expect("type", otherSecret);
            return;
        }
        // Not set means an hour.
        const shortLived = such(
            `au plus ${String(maximumSeconds)} secondes`,
            (seconds = 3600) => typeof seconds === "number" && seconds <= maximumSeconds,
        );
        podSpec(properties, type).each("volumes", (volume) => {
            volume.each("projected.sources", (source) => {
                if (source.read("serviceAccountToken").state !== "unset") {
                    source.expect("serviceAccountToken.expirationSeconds", shortLived);
                }
            });
        });
    },
});
