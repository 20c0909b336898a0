import { containerMounts } from "../../../policies/rules/pod/container-mounts";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment, describeRemedies, everyContainer } from "../pods";

const FIRST = `${CONTAINER}.volumeMounts[0]`;
const OWN = "attendu un répertoire de l’application, obtenu";

const mounts = (...volumeMounts: readonly object[]) =>
    deployment({ containers: [container({ volumeMounts })] });

describeRule(containerMounts, {
    type: DEPLOYMENT,
    accepts: {
        "a directory of the application": compliant(
            mounts({
                mountPath: "/srv/data",
                mountPropagation: "None",
                subPath: "a..b/c",
                subPathExpr: "$(POD)",
            }),
        ),
        "directories that are only named like those of the node": compliant(
            mounts({ mountPath: "/procedures" }, { mountPath: "/system" }, { mountPath: "/srv/proc/x" }),
        ),
    },
    rejects: {
        "a mount that spreads": violation(
            mounts({ mountPath: "/srv", mountPropagation: "HostToContainer" }),
            `${FIRST}.mountPropagation : attendu « None », obtenu « HostToContainer »`,
        ),
        "the root, whole,": violation(mounts({ mountPath: "/" }), `${FIRST}.mountPath : ${OWN} « / »`),
        "a directory of the node, slash or none,": violation(
            mounts({ mountPath: "/proc//" }, { mountPath: "/sys/fs" }, { mountPath: "/dev" }),
            `${FIRST}.mountPath : ${OWN} « /proc// »`,
            `${CONTAINER}.volumeMounts[1].mountPath : ${OWN} « /sys/fs »`,
            `${CONTAINER}.volumeMounts[2].mountPath : ${OWN} « /dev »`,
        ),
        "a directory of the node by a detour": violation(
            mounts({ mountPath: "/dev/" }, { mountPath: "/srv/../proc/1" }, { mountPath: "proc" }),
            `${FIRST}.mountPath : ${OWN} « /dev/ »`,
            `${CONTAINER}.volumeMounts[1].mountPath : ${OWN} « /srv/../proc/1 »`,
            `${CONTAINER}.volumeMounts[2].mountPath : ${OWN} « proc »`,
        ),
        "the settings of the kernel": violation(
            mounts({ mountPath: "/sys" }, { mountPath: "/proc" }),
            `${FIRST}.mountPath : ${OWN} « /sys »`,
            `${CONTAINER}.volumeMounts[1].mountPath : ${OWN} « /proc »`,
        ),
        "the socket of the runtime": violation(
            mounts(
                { mountPath: "/var/run/docker.sock" },
                { mountPath: "/run/containerd" },
                { mountPath: "/proc/sys" },
            ),
            `${FIRST}.mountPath : ${OWN} « /var/run/docker.sock »`,
            `${CONTAINER}.volumeMounts[1].mountPath : ${OWN} « /run/containerd »`,
            `${CONTAINER}.volumeMounts[2].mountPath : ${OWN} « /proc/sys »`,
        ),
        "a path out of the volume": violation(
            mounts({ mountPath: "/srv", subPath: "a/../..", subPathExpr: "../$(POD)" }),
            `${FIRST}.subPath : attendu un chemin dans le volume, obtenu « a/../.. »`,
            `${FIRST}.subPathExpr : attendu un chemin dans le volume, obtenu « ../$(POD) »`,
        ),
    },
    unset: { "the mounts": compliant(deployment()) },
    unknown: {
        "the path": undecided(mounts({ mountPath: UNKNOWN }), `${FIRST}.mountPath`),
    },
    otherType: "kubernetes:core/v1:Service",
});
describeRemedies(containerMounts, ...everyContainer("volumeMounts[*].mountPropagation", "None"));
