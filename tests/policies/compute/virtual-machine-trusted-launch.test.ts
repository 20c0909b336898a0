import { virtualMachineTrustedLaunch } from "../../../policies/rules/compute/virtual-machine-trusted-launch";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const set = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:compute:VirtualMachineScaleSet",
    props: { virtualMachineProfile: sample.props },
});
const machine = (securityType: unknown, secureBootEnabled: unknown = true, vTpmEnabled: unknown = true) => ({
    securityProfile: { securityType, uefiSettings: { secureBootEnabled, vTpmEnabled } },
});
const TYPE = "securityProfile.securityType : attendu « TrustedLaunch » ou « ConfidentialVM »";
const BOOT = "securityProfile.uefiSettings.secureBootEnabled : attendu true";
const TPM = "securityProfile.uefiSettings.vTpmEnabled : attendu true";

describeRule(virtualMachineTrustedLaunch, {
    type: "azure-native:compute:VirtualMachine",
    accepts: {
        "a trusted launch": compliant(machine("TrustedLaunch")),
        "a confidential machine": compliant(machine("ConfidentialVM")),
        "a set of trusted machines": set(compliant(machine("TrustedLaunch"))),
    },
    rejects: {
        "an ordinary launch": violation(machine("Standard"), `${TYPE}, obtenu « Standard »`),
        "a system that is not signed": violation(machine("TrustedLaunch", false), `${BOOT}, obtenu false`),
        "a launch that is not measured": violation(
            machine("TrustedLaunch", true, false),
            `${TPM}, obtenu false`,
        ),
    },
    unset: {
        "the launch, which is then ordinary,": violation(
            {},
            `${TYPE}, non défini`,
            `${BOOT}, non défini`,
            `${TPM}, non défini`,
        ),
    },
    unknown: { "the launch": undecided(machine(UNKNOWN), "securityProfile.securityType") },
    otherType: "azure-native:compute:Disk",
});
