import type { RuleGroup } from "../rule";
import { api } from "./api";
import { apiBudget } from "./api-budget";
import { jobsAndScaling } from "./jobs-and-scaling";
import { pods } from "./pods";
import { resources } from "./resources";
import { storage } from "./storage";
import { workloads } from "./workloads";

/** The cluster's own objects, and its API server. */
export const kubernetesGroups: readonly RuleGroup[] = [
    pods,
    workloads,
    jobsAndScaling,
    storage,
    resources,
    apiBudget,
    api,
];
