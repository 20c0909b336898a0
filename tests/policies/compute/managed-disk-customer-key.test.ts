import { managedDiskCustomerKey } from "../../../policies/rules/compute/managed-disk-customer-key";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const set = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:compute:VirtualMachineScaleSet",
    props: { virtualMachineProfile: sample.props },
});
const SET = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/diskEncryptionSets/des";
const disk = (diskEncryptionSetId: unknown) => ({ encryption: { diskEncryptionSetId } });
const device = (id: unknown, createOption: unknown = "FromImage") => ({
    createOption,
    managedDisk: { diskEncryptionSet: { id } },
});
const machine = (osDisk: object, ...dataDisks: readonly object[]) => ({
    storageProfile: { osDisk, dataDisks },
});
const as = (type: string, sample: Case): Case => ({ ...sample, type: `azure-native:compute:${type}` });
const ofMachine = (sample: Case): Case => as("VirtualMachine", sample);
const WANTED = "attendu un jeu de chiffrement de disque";
const PATH = "managedDisk.diskEncryptionSet.id";

describeRule(managedDiskCustomerKey, {
    type: "azure-native:compute:Disk",
    accepts: {
        "a disk with a key": compliant(disk(SET)),
        "a disk whose key is not created yet": compliant(disk(UNKNOWN)),
        "a snapshot with a key": as("Snapshot", compliant(disk(SET))),
        "a machine with keys": ofMachine(compliant(machine(device(SET), device(UNKNOWN)))),
        "disks that are only attached": ofMachine(
            compliant(machine(device(null, "Attach"), device(null, "attach"))),
        ),
        "a set of machines with keys": set(compliant(machine(device(SET)))),
    },
    rejects: {
        "an empty key": violation(disk(""), `encryption.diskEncryptionSetId : ${WANTED}, obtenu «  »`),
        "a snapshot without key": as(
            "Snapshot",
            violation({}, `encryption.diskEncryptionSetId : ${WANTED}, non défini`),
        ),
        "a machine whose system is without key": ofMachine(
            violation(machine(device(null)), `storageProfile.osDisk.${PATH} : ${WANTED}, non défini`),
        ),
        "a machine whose data are without key": ofMachine(
            violation(
                machine(device(SET), device(null, "Empty")),
                `storageProfile.dataDisks[0].${PATH} : ${WANTED}, non défini`,
            ),
        ),
        "a set of machines without key": set(
            violation(
                machine(device(null)),
                `virtualMachineProfile.storageProfile.osDisk.${PATH} : ${WANTED}, non défini`,
            ),
        ),
    },
    unset: {
        "the key, which is then Azure's,": violation(
            {},
            `encryption.diskEncryptionSetId : ${WANTED}, non défini`,
        ),
        "how a disk is made": ofMachine(
            violation(
                { storageProfile: { osDisk: {} } },
                `storageProfile.osDisk.${PATH} : ${WANTED}, non défini`,
            ),
        ),
    },
    unknown: {
        "the encryption": undecided({ encryption: UNKNOWN }, "encryption"),
        "how a disk is made": ofMachine(
            undecided(machine(device(null, UNKNOWN)), "storageProfile.osDisk.createOption"),
        ),
    },
    otherType: "azure-native:compute:DiskEncryptionSet",
});
