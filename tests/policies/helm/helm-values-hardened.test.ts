import { helmValuesHardened } from "../../../policies/rules/helm/helm-values-hardened";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const values = (given: object) => ({ chart: "./charts/web", values: given });

describeRule(helmValuesHardened, {
    type: "kubernetes:helm.sh/v3:Release",
    accepts: {
        "values that harden": compliant(
            values({
                securityContext: {
                    privileged: false,
                    runAsNonRoot: true,
                    runAsUser: 1001,
                    readOnlyRootFilesystem: true,
                    capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] },
                    seccompProfile: { type: "RuntimeDefault" },
                },
                appArmorProfile: { type: "RuntimeDefault" },
                hostPort: 0,
                ports: [{ hostPort: "" }],
            }),
        ),
        "no directory of the node, and the ordinary /proc": compliant(
            values({
                a: { hostPath: "" },
                b: { hostPath: false },
                c: { hostPath: {} },
                procMount: "Default",
            }),
        ),
        "maps that are only named like settings": compliant(values({ privileged: { enabled: true } })),
        "lists and types of another matter": compliant(
            values({ users: { add: ["admin"] }, type: "Unconfined", profile: { type: "Unconfined" } }),
        ),
        "no values": compliant({ chart: "./charts/web" }),
    },
    rejects: {
        "values that undo the hardening, at any depth,": violation(
            values({
                privileged: true,
                pod: { hostNetwork: true, hostPID: true, hostIPC: true, shareProcessNamespace: true },
                containers: [
                    {
                        hostPort: 80,
                        securityContext: {
                            allowPrivilegeEscalation: true,
                            readOnlyRootFilesystem: false,
                            runAsNonRoot: false,
                            runAsUser: 0,
                            windowsOptions: { hostProcess: true },
                        },
                    },
                    { securityContext: { runAsUser: "0" } },
                ],
            }),
            "values.privileged : attendu false, obtenu true",
            "values.pod.hostIPC : attendu false, obtenu true",
            "values.pod.hostNetwork : attendu false, obtenu true",
            "values.pod.hostPID : attendu false, obtenu true",
            "values.pod.shareProcessNamespace : attendu false, obtenu true",
            "values.containers[0].hostPort : attendu aucun port du nœud, obtenu 80",
            "values.containers[0].securityContext.allowPrivilegeEscalation : attendu false, obtenu true",
            "values.containers[0].securityContext.readOnlyRootFilesystem : attendu true, obtenu false",
            "values.containers[0].securityContext.runAsNonRoot : attendu true, obtenu false",
            "values.containers[0].securityContext.runAsUser : attendu une valeur autre que 0, obtenu 0",
            "values.containers[1].securityContext.runAsUser : attendu une valeur autre que 0, obtenu une chaîne",
            "values.containers[0].securityContext.windowsOptions.hostProcess : attendu false, obtenu true",
        ),
        "added capabilities and lifted profiles": violation(
            values({
                procMount: "Unmasked",
                capabilities: { add: ["SYS_ADMIN"] },
                seccompProfile: { type: "Unconfined" },
                appArmorProfile: { type: "Unconfined" },
            }),
            "values.procMount : attendu « Default », obtenu une chaîne",
            "values.appArmorProfile.type : attendu un profil, obtenu une chaîne",
            "values.seccompProfile.type : attendu un profil, obtenu une chaîne",
            "values.capabilities.add[0] : attendu « NET_BIND_SERVICE » au plus, obtenu une chaîne",
        ),
        "a directory of the node": violation(
            values({ extraVolumes: [{ name: "logs", hostPath: { path: "/var/log" } }], hostPath: "/srv" }),
            "values.hostPath : monter un répertoire du nœud est interdit",
            "values.extraVolumes[0].hostPath : monter un répertoire du nœud est interdit",
        ),
    },
    unset: { "a value": compliant(values({ privileged: null, hostPath: null })) },
    unknown: {
        "the values": undecided({ chart: "web", values: UNKNOWN }, "values"),
        "some of the values": undecided(values({ controller: UNKNOWN }), "values.controller"),
    },
    otherType: "kubernetes:core/v1:Service",
});
