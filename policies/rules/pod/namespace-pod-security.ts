import type { core } from "@pulumi/kubernetes/types/input";

import { exactly, such } from "../../expectation";
import { defineRule } from "../../rule";

const LABEL = "pod-security.kubernetes.io/enforce";

/** The first version whose profiles are those of the stable admission controller. */
const FIRST_STABLE_MINOR = 25;

const currentProfile = such(
    `« latest » ou une version à partir de v1.${String(FIRST_STABLE_MINOR)}`,
    (version) => {
        const [, minor] = /^v1\.(\d+)$/.exec(String(version)) ?? [];
        return version === undefined || version === "latest" || Number(minor) >= FIRST_STABLE_MINOR;
    },
);

export const namespacePodSecurity = defineRule({
    id: "namespace-pod-security",
    title: {
        fr: "Tout espace de noms applique le profil « restricted » aux pods",
        en: 'Every namespace enforces the "restricted" profile on pods',
    },
    why: {
        fr: "Le contrôle à l’admission retient aussi ce qui est déployé hors de Pulumi.",
        en: "Admission control also stops what is deployed by other means than Pulumi.",
    },
    remediation: {
        fr: "Poser l’étiquette pod-security.kubernetes.io/enforce: restricted.",
        en: "Set the label pod-security.kubernetes.io/enforce: restricted.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/security/pod-security-admission/",
    appliesTo: ["kubernetes:core:Namespace"],
    examples: {
        compliant: [
            {
                type: "kubernetes:core/v1:Namespace",
                properties: {
                    metadata: { labels: { [LABEL]: "restricted" } },
                } satisfies Partial<core.v1.Namespace>,
            },
        ],
        violation: [
            {
                type: "kubernetes:core/v1:Namespace",
                properties: {
                    metadata: { labels: { [LABEL]: "baseline" } },
                } satisfies Partial<core.v1.Namespace>,
            },
        ],
    },
    check(namespace) {
        namespace.expect(["metadata", "labels", LABEL], exactly("restricted"));
        // Not set means latest.
        namespace.expect(["metadata", "labels", `${LABEL}-version`], currentProfile);
    },
});
