import { podVolumeTypes } from "../../../policies/rules/pod/pod-volume-types";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { DEPLOYMENT, deployment, POD } from "../pods";

const FIRST = `${POD}.volumes[0]`;
const OTHER = "attendu un volume du profil « restricted », obtenu un autre";

const volumes = (...sources: readonly object[]) =>
    deployment({ volumes: sources.map((source) => ({ name: "data", ...source })) });

describeRule(podVolumeTypes, {
    type: DEPLOYMENT,
    accepts: {
        "each volume of the restricted profile": compliant(
            volumes(
                { configMap: {} },
                { csi: {} },
                { downwardAPI: {} },
                { emptyDir: {} },
                { ephemeral: {} },
                { image: {} },
                { persistentVolumeClaim: {} },
                { projected: {} },
                { secret: {} },
            ),
        ),
        "a type that is left out": compliant(volumes({ emptyDir: {}, hostPath: null })),
    },
    rejects: {
        "a directory of the node": violation(
            volumes({ hostPath: { path: "/" } }),
            `${FIRST}.hostPath : ${OTHER}`,
        ),
        "a share and a disk of a cloud": violation(
            volumes({ nfs: {} }, { azureFile: {} }),
            `${FIRST}.nfs : ${OTHER}`,
            `${POD}.volumes[1].azureFile : ${OTHER}`,
        ),
    },
    unset: { "the volumes": compliant(deployment()) },
    unknown: {
        "the directory of the node": undecided(volumes({ hostPath: UNKNOWN }), `${FIRST}.hostPath`),
        "a volume": undecided(deployment({ volumes: [UNKNOWN] }), FIRST),
    },
    otherType: "kubernetes:core/v1:Service",
});
