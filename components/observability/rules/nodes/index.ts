import type { RuleGroup } from "../rule";
import { clockAndNetwork } from "./clock-and-network";
import { filesystems } from "./filesystems";
import { kubelet } from "./kubelet";
import { nodeResources } from "./resources";
import { nodeState } from "./state";

/** The machines of the cluster. */
export const nodeGroups: readonly RuleGroup[] = [
    nodeState,
    filesystems,
    nodeResources,
    clockAndNetwork,
    kubelet,
];
