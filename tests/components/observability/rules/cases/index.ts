import type { AlertCase } from "./case";
import { databaseCases } from "./database";
import { edgeCases } from "./edge";
import { kubernetesCases } from "./kubernetes";
import { nodeCases } from "./nodes";
import { openmrsCases } from "./openmrs";
import { platformCases } from "./platform";
import { securityCases } from "./security";
import { sloCases } from "./slo";

/** The cases of every alert. */
export const CASES: readonly AlertCase[] = [
    ...kubernetesCases,
    ...nodeCases,
    ...sloCases,
    ...openmrsCases,
    ...databaseCases,
    ...edgeCases,
    ...platformCases,
    ...securityCases,
];
