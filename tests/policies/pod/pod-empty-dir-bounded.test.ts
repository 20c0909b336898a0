import { podEmptyDirBounded } from "../../../policies/rules/pod/pod-empty-dir-bounded";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { DEPLOYMENT, deployment, POD } from "../pods";

const LIMIT = `${POD}.volumes[0].emptyDir.sizeLimit`;

const directory = (emptyDir: unknown) => deployment({ volumes: [{ name: "tmp", emptyDir }] });

describeRule(podEmptyDirBounded, {
    type: DEPLOYMENT,
    accepts: {
        "a size": compliant(directory({ sizeLimit: "64Mi" })),
        "a size in bytes": compliant(directory({ sizeLimit: 1 })),
        "a volume of another type": compliant(deployment({ volumes: [{ configMap: {} }] })),
    },
    rejects: {
        "a volume that names no source, which is then a directory,": violation(
            deployment({ volumes: [{ name: "tmp", configMap: null }] }),
            `${LIMIT} : attendu une taille maximale, non défini`,
        ),
        "a directory beside another source": violation(
            deployment({ volumes: [{ configMap: {}, emptyDir: {} }] }),
            `${LIMIT} : attendu une taille maximale, non défini`,
        ),
        "a size of 0, which is no bound,": violation(
            directory({ sizeLimit: "0" }),
            `${LIMIT} : attendu une taille maximale, obtenu « 0 »`,
        ),
        "a size that is none": violation(
            directory({ sizeLimit: true }),
            `${LIMIT} : attendu une taille maximale, obtenu true`,
        ),
    },
    unset: { "the size": violation(directory({}), `${LIMIT} : attendu une taille maximale, non défini`) },
    unknown: {
        "the size": undecided(directory({ sizeLimit: UNKNOWN }), LIMIT),
        "the directory": undecided(directory(UNKNOWN), `${POD}.volumes[0].emptyDir`),
    },
    otherType: "kubernetes:core/v1:Service",
});
