import type { ArmType } from "../arm-type";

/** Policies, locks, costs and alerts. */
export const governanceTypes: Readonly<Record<string, ArmType>> = {};
