import type { Scaling, WorkloadArgs } from "../kubernetes/workload-args";

/** Replicas that follow the load, or always as many where the bounds are the same. */
export const replicasOf = ({ min, max }: Scaling): WorkloadArgs["replicas"] =>
    min === max ? min : { min, max };
