import { virtualMachineNoPassword } from "../../../policies/rules/compute/virtual-machine-no-password";
import {
    type Case,
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const set = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:compute:VirtualMachineScaleSet",
    props: { virtualMachineProfile: sample.props },
});
const linux = (disablePasswordAuthentication: unknown) => ({
    osProfile: { linuxConfiguration: { disablePasswordAuthentication } },
});
const PATH = "osProfile.linuxConfiguration.disablePasswordAuthentication";

describeRule(virtualMachineNoPassword, {
    type: "azure-native:compute:VirtualMachine",
    accepts: {
        "a machine with keys alone": compliant(linux(true)),
        "a set with keys alone": set(compliant(linux(true))),
    },
    rejects: {
        "a machine with a password": violation(linux(false), `${PATH} : attendu true, obtenu false`),
        "a set with a password": set(
            violation(linux(false), `virtualMachineProfile.${PATH} : attendu true, obtenu false`),
        ),
    },
    unset: {
        "the setting, which then allows passwords,": violation(
            { osProfile: { adminUsername: "azureuser" } },
            `${PATH} : attendu true, non défini`,
        ),
        "the profile of a machine made from a disk": notApplicable({}),
        "the setting of a Windows machine": notApplicable({ osProfile: { windowsConfiguration: {} } }),
    },
    unknown: {
        "the setting": undecided(linux(UNKNOWN), PATH),
        "the profile": undecided({ osProfile: UNKNOWN }, "osProfile"),
        "whether it is a Windows machine": undecided(
            { osProfile: { windowsConfiguration: UNKNOWN } },
            "osProfile.windowsConfiguration",
        ),
    },
    otherType: "azure-native:compute:Disk",
});
