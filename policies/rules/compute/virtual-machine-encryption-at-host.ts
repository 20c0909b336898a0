import type { VirtualMachineArgs } from "@pulumi/azure-native/compute/virtualMachine";

import { machineOf, virtualMachineTypes } from "../../azure/virtual-machines";
import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const virtualMachineEncryptionAtHost = defineRule({
    id: "virtual-machine-encryption-at-host",
    title: {
        fr: "Les disques des machines virtuelles sont chiffrés sur l’hôte",
        en: "The disks of virtual machines are encrypted at the host",
    },
    why: {
        fr: "Sans cela, disque temporaire et caches gardent en clair ce que la machine a lu.",
        en: "Without it, temporary disk and caches keep in clear what the machine has read.",
    },
    remediation: {
        fr: "Mettre securityProfile.encryptionAtHost à true.",
        en: "Set securityProfile.encryptionAtHost to true.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/virtual-machines/disk-encryption",
    appliesTo: virtualMachineTypes,
    examples: {
        compliant: [
            {
                type: "azure-native:compute:VirtualMachine",
                properties: {
                    securityProfile: { encryptionAtHost: true },
                } satisfies Partial<VirtualMachineArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:compute:VirtualMachine",
                properties: {
                    hardwareProfile: { vmSize: "Standard_D4ds_v5" },
                } satisfies Partial<VirtualMachineArgs>,
            },
        ],
    },
    check(properties, { type }) {
        const machine = machineOf(properties, type);
        // Not set means false.
        machine.expect("securityProfile.encryptionAtHost", exactly(true));
    },
});
