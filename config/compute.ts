import { mebibytes, millicores } from "../components/kubernetes/quantity";
import { expected, integer, text } from "./expect";

/** Size of a workload's disk. */
export const storageGiB = integer(10, 4096, "GiB");

/**
 * CPU and memory of one container; requested and limited alike, so that no neighbour can take them.
 *
 * @param least below which its software does not start, or not in the time it is given.
 */
export const compute = (least: { readonly cpu: string; readonly memory: string }) => ({
    cpu: text("a CPU quantity such as 500m or 2", /^([1-9]\d*m|[1-9]\d*)$/).refine(
        (cpu) => millicores(cpu) >= millicores(least.cpu),
        expected(`at least ${least.cpu} of CPU`),
    ),
    memory: text("a memory quantity such as 512Mi or 4Gi", /^[1-9]\d*(Mi|Gi)$/).refine(
        (memory) => mebibytes(memory) >= mebibytes(least.memory),
        expected(`at least ${least.memory} of memory`),
    ),
});
