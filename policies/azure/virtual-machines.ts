import type { Inspection } from "../inspection";

const SCALE_SET = "azure-native:compute:VirtualMachineScaleSet";

/** The types that declare virtual machines: one, and a set of them. */
export const virtualMachineTypes: readonly string[] = ["azure-native:compute:VirtualMachine", SCALE_SET];

/** The settings of a machine, or those that a set gives each of its machines. */
export function machineOf(properties: Inspection, type: string): Inspection {
    return type === SCALE_SET ? properties.at("virtualMachineProfile") : properties;
}
