import type { AlertCase } from "../case";
import { clockAndNetworkCases } from "./clock-and-network";
import { filesystemsCases } from "./filesystems";
import { kubeletCases } from "./kubelet";
import { nodeResourcesCases } from "./resources";
import { nodeStateCases } from "./state";

export const nodeCases: readonly AlertCase[] = [
    ...nodeStateCases,
    ...filesystemsCases,
    ...nodeResourcesCases,
    ...clockAndNetworkCases,
    ...kubeletCases,
];
