import { exactly, such } from "../../expectation";
import { defineRule } from "../../rule";
import { containerExample } from "../../kubernetes/example-workload";
import { eachOwner, podSpec, workloadTypes } from "../../kubernetes/pods";

const notRoot = such(
    "un utilisateur autre que 0",
    (user) => user === undefined || (typeof user === "number" && user > 0),
);

/** Windows' own administrator of a container, with or without its domain. */
const notAdministrator = such(
    "un utilisateur sans droits d’administration",
    (user) => !/(^|\\)containeradministrator$/i.test(String(user)),
);

export const containerNonRoot = defineRule({
    id: "container-non-root",
    title: {
        fr: "Aucun conteneur ne tourne en root",
        en: "No container runs as root",
    },
    why: {
        fr: "Qui sort d’un conteneur en garde l’utilisateur : en root, il aurait les droits du nœud entier.",
        en: "Whoever breaks out of a container keeps its user: as root, that would be the rights of the whole node.",
    },
    remediation: {
        fr: "Mettre runAsNonRoot à true, et tout runAsUser à une valeur autre que 0.",
        en: "Set runAsNonRoot to true, and any runAsUser to a value other than 0.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
    appliesTo: workloadTypes,
    examples: {
        compliant: [containerExample({ securityContext: { runAsNonRoot: true, runAsUser: 1001 } })],
        violation: [containerExample({ securityContext: { runAsUser: 0 } })],
    },
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        for (const [field, expectation] of [
            ["runAsNonRoot", exactly(true)],
            ["runAsUser", notRoot],
            ["windowsOptions.runAsUserName", notAdministrator],
        ] as const) {
            const setting = `securityContext.${field}`;
            eachOwner(setting, pod, (owner) => {
                owner.expect(setting, expectation);
            });
        }
    },
});
