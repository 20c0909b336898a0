import type { AlertCase } from "../case";
import { alertmanagerCases } from "./alertmanager";
import { collectorCases } from "./collectors";
import { lokiCases } from "./loki";
import { prometheusCases } from "./prometheus";
import { targetCases } from "./targets";
import { toolCases } from "./tools";

export const platformCases: readonly AlertCase[] = [
    ...prometheusCases,
    ...targetCases,
    ...alertmanagerCases,
    ...lokiCases,
    ...collectorCases,
    ...toolCases,
];
