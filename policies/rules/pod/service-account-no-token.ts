import type { core } from "@pulumi/kubernetes/types/input";

import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const serviceAccountNoToken = defineRule({
    id: "service-account-no-token",
    title: {
        fr: "Aucun compte de service ne monte son jeton d’office",
        en: "No service account mounts its token by default",
    },
    why: {
        fr: "Tout pod qui prend ce compte recevrait un accès à l’API du cluster, qu’il s’en serve ou non.",
        en: "Every pod that takes this account would receive access to the cluster's API, whether it uses it or not.",
    },
    remediation: {
        fr: "Mettre automountServiceAccountToken à false ; le pod qui s’en sert projette son jeton.",
        en: "Set automountServiceAccountToken to false; a pod that needs a token projects it.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting",
    appliesTo: ["kubernetes:core:ServiceAccount"],
    examples: {
        compliant: [
            {
                type: "kubernetes:core/v1:ServiceAccount",
                properties: { automountServiceAccountToken: false } satisfies Partial<core.v1.ServiceAccount>,
            },
        ],
        violation: [
            {
                type: "kubernetes:core/v1:ServiceAccount",
                properties: { metadata: { name: "web" } } satisfies Partial<core.v1.ServiceAccount>,
            },
        ],
    },
    check(account) {
        // Not set means true.
        account.expect("automountServiceAccountToken", exactly(false));
    },
});
