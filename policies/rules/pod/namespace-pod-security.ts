import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

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
    check(namespace) {
        namespace.expect(["metadata", "labels", "pod-security.kubernetes.io/enforce"], exactly("restricted"));
    },
});
