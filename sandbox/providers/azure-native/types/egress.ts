import type { ArmType } from "../arm-type";

/** What leads out of the network, and who watches it. */
export const egressTypes: Readonly<Record<string, ArmType>> = {};
