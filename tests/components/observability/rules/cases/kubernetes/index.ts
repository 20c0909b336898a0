import type { AlertCase } from "../case";
import { apiCases } from "./api";
import { apiBudgetCases } from "./api-budget";
import { jobsAndScalingCases } from "./jobs-and-scaling";
import { podsCases } from "./pods";
import { resourcesCases } from "./resources";
import { storageCases } from "./storage";
import { workloadsCases } from "./workloads";

export const kubernetesCases: readonly AlertCase[] = [
    ...podsCases,
    ...workloadsCases,
    ...jobsAndScalingCases,
    ...storageCases,
    ...resourcesCases,
    ...apiBudgetCases,
    ...apiCases,
];
