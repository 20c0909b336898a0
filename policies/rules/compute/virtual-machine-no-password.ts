import type { VirtualMachineArgs } from "@pulumi/azure-native/compute/virtualMachine";

import { machineOf, virtualMachineTypes } from "../../azure/virtual-machines";
import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const virtualMachineNoPassword = defineRule({
    id: "virtual-machine-no-password",
    title: {
        fr: "Aucune machine Linux ne s’ouvre par mot de passe",
        en: "No Linux machine opens to a password",
    },
    why: {
        fr: "Un mot de passe se devine, se partage et se réutilise ; une clé ou une identité Entra est nominative.",
        en: "A password is guessed, shared and reused; a key or an Entra identity belongs to one person.",
    },
    remediation: {
        fr: "Mettre osProfile.linuxConfiguration.disablePasswordAuthentication à true.",
        en: "Set osProfile.linuxConfiguration.disablePasswordAuthentication to true.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/virtual-machines/linux/create-ssh-keys-detailed",
    appliesTo: virtualMachineTypes,
    examples: {
        compliant: [
            {
                type: "azure-native:compute:VirtualMachine",
                properties: {
                    osProfile: { linuxConfiguration: { disablePasswordAuthentication: true } },
                } satisfies Partial<VirtualMachineArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:compute:VirtualMachine",
                properties: {
                    osProfile: { adminUsername: "azureuser" },
                } satisfies Partial<VirtualMachineArgs>,
            },
        ],
    },
    check(properties, { type }) {
        const machine = machineOf(properties, type);
        const windows = machine.read("osProfile.windowsConfiguration");
        // Windows knows passwords only; a machine made from a whole disk has no profile.
        if (windows.state === "known" || machine.read("osProfile").state === "unset") {
            properties.dismiss();
        } else if (windows.state === "unset") {
            // Not set means false.
            machine.expect("osProfile.linuxConfiguration.disablePasswordAuthentication", exactly(true));
        } else {
            machine.note(windows);
        }
    },
});
