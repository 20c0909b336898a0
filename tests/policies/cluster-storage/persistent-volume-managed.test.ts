import { persistentVolumeManaged } from "../../../policies/rules/cluster-storage/persistent-volume-managed";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const CSI = "attendu un volume d’un pilote CSI, obtenu un disque de nœud ou un partage en clair";
const MISSING = "spec.csi.driver : attendu un pilote CSI, non défini";
const volume = (source: string) => violation({ spec: { [source]: {} } }, `spec.${source} : ${CSI}`, MISSING);

describeRule(persistentVolumeManaged, {
    type: "kubernetes:core/v1:PersistentVolume",
    accepts: { "a disk of Azure": compliant({ spec: { csi: { driver: "disk.csi.azure.com" } } }) },
    rejects: {
        "a folder of a node": volume("hostPath"),
        "a disk of a node": volume("local"),
        "an NFS share": volume("nfs"),
        "an iSCSI target": volume("iscsi"),
        "a GlusterFS volume": volume("glusterfs"),
    },
    unset: { "the driver": violation({ spec: {} }, MISSING) },
    unknown: { "the source": undecided({ spec: UNKNOWN }, "spec") },
    otherType: "kubernetes:core/v1:PersistentVolumeClaim",
});
