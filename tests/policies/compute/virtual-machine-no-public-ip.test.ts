import { virtualMachineNoPublicIp } from "../../../policies/rules/compute/virtual-machine-no-public-ip";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const set = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:compute:VirtualMachineScaleSet",
    props: { virtualMachineProfile: sample.props },
});
const machine = (publicIPAddressConfiguration: unknown) => ({
    networkProfile: {
        networkInterfaceConfigurations: [{ ipConfigurations: [{ publicIPAddressConfiguration }] }],
    },
});
const card = (publicIPAddress: unknown): Case => ({
    ...compliant({ ipConfigurations: [{ publicIPAddress }] }),
    type: "azure-native:network:NetworkInterface",
});
const PATH =
    "networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0].publicIPAddressConfiguration";
const WHY = "attendu aucune adresse publique";

describeRule(virtualMachineNoPublicIp, {
    type: "azure-native:compute:VirtualMachine",
    accepts: {
        "a private machine": compliant(machine(null)),
        "a set of private machines": set(compliant(machine(null))),
        "a private network card": card(null),
    },
    rejects: {
        "a public machine": violation(machine({ name: "public" }), `${PATH} : ${WHY}`),
        "a set of public machines": set(
            violation(machine({ name: "public" }), `virtualMachineProfile.${PATH} : ${WHY}`),
        ),
        "a public network card": {
            ...card({ id: "/subscriptions/0" }),
            violations: [`ipConfigurations[0].publicIPAddress : ${WHY}`],
        },
        "a card with an address that is not created yet": {
            ...card({ id: UNKNOWN }),
            violations: [`ipConfigurations[0].publicIPAddress : ${WHY}`],
        },
    },
    unset: { "the network, declared elsewhere,": compliant({}) },
    unknown: {
        "the address": undecided(machine(UNKNOWN), PATH),
        "the address of a card": {
            ...card(UNKNOWN),
            unknowns: ["ipConfigurations[0].publicIPAddress"],
        },
    },
    otherType: "azure-native:compute:Disk",
});
