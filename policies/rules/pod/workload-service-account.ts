import { exactly, such } from "../../expectation";
import { defineRule } from "../../rule";
import { podExample } from "../../kubernetes/example-workload";
import { podSpec, workloadTypes } from "../../kubernetes/pods";

const ownAccount = such(
    "un compte de service propre à la charge",
    (name) => typeof name === "string" && name !== "" && name !== "default",
);

export const workloadServiceAccount = defineRule({
    id: "workload-service-account",
    title: {
        fr: "Toute charge a son compte de service, sans jeton monté d’office",
        en: "Every workload has its own service account, without a token mounted by default",
    },
    why: {
        fr: "Un jeton présent dans un pod compromis ouvre l’API du cluster ; un compte partagé empêche l’imputabilité.",
        en: "A token in a compromised pod opens the cluster's API; a shared account prevents traceability.",
    },
    remediation: {
        fr: "Désigner serviceAccountName et mettre automountServiceAccountToken à false dans le pod.",
        en: "Name serviceAccountName and set automountServiceAccountToken to false in the pod.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/",
    appliesTo: workloadTypes,
    examples: {
        compliant: [podExample({ serviceAccountName: "web", automountServiceAccountToken: false })],
        violation: [podExample({ serviceAccountName: "default", automountServiceAccountToken: false })],
    },
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        // The older name counts where the newer one is not set.
        const newer = pod.read("serviceAccountName").state !== "unset";
        const older = pod.read("serviceAccount").state !== "unset";
        pod.expect(older && !newer ? "serviceAccount" : "serviceAccountName", ownAccount);
        // Not set, it is the account's, which another program may change.
        pod.expect("automountServiceAccountToken", exactly(false));
    },
});
