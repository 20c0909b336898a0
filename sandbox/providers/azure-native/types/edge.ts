import type { ArmType } from "../arm-type";

/** What leads into the network. */
export const edgeTypes: Readonly<Record<string, ArmType>> = {};
