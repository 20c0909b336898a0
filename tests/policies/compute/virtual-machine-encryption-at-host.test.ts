import { virtualMachineEncryptionAtHost } from "../../../policies/rules/compute/virtual-machine-encryption-at-host";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const set = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:compute:VirtualMachineScaleSet",
    props: { virtualMachineProfile: sample.props },
});
const machine = (encryptionAtHost: unknown) => ({ securityProfile: { encryptionAtHost } });
const PATH = "securityProfile.encryptionAtHost";

describeRule(virtualMachineEncryptionAtHost, {
    type: "azure-native:compute:VirtualMachine",
    accepts: {
        "an encrypted machine": compliant(machine(true)),
        "a set of encrypted machines": set(compliant(machine(true))),
    },
    rejects: {
        "a machine in clear": violation(machine(false), `${PATH} : attendu true, obtenu false`),
        "a set in clear": set(
            violation(machine(false), `virtualMachineProfile.${PATH} : attendu true, obtenu false`),
        ),
    },
    unset: { "the encryption, which is then off,": violation({}, `${PATH} : attendu true, non défini`) },
    unknown: { "the encryption": undecided(machine(UNKNOWN), PATH) },
    otherType: "azure-native:compute:Disk",
});
