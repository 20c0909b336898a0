import type { ArmType } from "../arm-type";

/** Storage accounts and what is in them. */
export const storageTypes: Readonly<Record<string, ArmType>> = {};
