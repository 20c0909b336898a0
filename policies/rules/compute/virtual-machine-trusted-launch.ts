import type { VirtualMachineArgs } from "@pulumi/azure-native/compute/virtualMachine";

import { machineOf, virtualMachineTypes } from "../../azure/virtual-machines";
import { anyCase, exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const virtualMachineTrustedLaunch = defineRule({
    id: "virtual-machine-trusted-launch",
    title: {
        fr: "Les machines virtuelles ne démarrent qu’un système signé et mesuré",
        en: "Virtual machines start a signed and measured system only",
    },
    why: {
        fr: "Un logiciel installé avant le système voit tout ce qu’il traite et survit à sa réinstallation.",
        en: "Software installed below the system sees all that it handles, and outlives a reinstallation.",
    },
    remediation: {
        fr: "Mettre securityProfile.securityType à « TrustedLaunch », secureBootEnabled et vTpmEnabled à true.",
        en: 'Set securityProfile.securityType to "TrustedLaunch", secureBootEnabled and vTpmEnabled to true.',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/virtual-machines/trusted-launch",
    appliesTo: virtualMachineTypes,
    examples: {
        compliant: [
            {
                type: "azure-native:compute:VirtualMachine",
                properties: {
                    securityProfile: {
                        securityType: "TrustedLaunch",
                        uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
                    },
                } satisfies Partial<VirtualMachineArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:compute:VirtualMachine",
                properties: {
                    securityProfile: { securityType: "Standard" },
                } satisfies Partial<VirtualMachineArgs>,
            },
        ],
    },
    check(properties, { type }) {
        const machine = machineOf(properties, type);
        const security = machine.at("securityProfile");
        security.expect("securityType", anyCase("TrustedLaunch", "ConfidentialVM"));
        // Not set means false, for both.
        security.expect("uefiSettings.secureBootEnabled", exactly(true));
        security.expect("uefiSettings.vTpmEnabled", exactly(true));
    },
});
