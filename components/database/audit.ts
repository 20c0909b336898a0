import { dirname } from "node:path";
import type { ContainerArgs } from "../kubernetes/pod";
import { AUDIT_LOG, SOCKET } from "./places";

/**
 * Follows the audit log on its way out, until the server has stopped. The health probes and the exporter, which connect
 * every few seconds through the socket, are left out.
 */
export const AUDIT_SCRIPT = `tail --lines=+1 --follow=name --retry ${AUDIT_LOG} \\
    > >(grep --line-buffered --invert-match --extended-regexp '^[^,]*,[^,]*,mysql,localhost,[0-9]+,0,(DIS)?CONNECT,') &
follower=$!
trap 'while [[ -S ${SOCKET} ]]; do sleep 1; done; sleep 1; kill $follower' TERM
wait $follower
sleep 1`;

/** Whether a process of the container still reads the log that the server writes. */
export const AUDIT_CHECK = `for file in /proc/[0-9]*/fd/*; do [[ $file -ef ${AUDIT_LOG} ]] && exit 0; done; exit 1`;

/** Writes the audit log to the container's own output, where every other log of the cluster is collected. */
export function auditContainer(image: string): ContainerArgs {
    const probe = { exec: { command: ["bash", "-c", AUDIT_CHECK] }, periodSeconds: 30, timeoutSeconds: 5 };
    return {
        image,
        command: ["bash", "-c", AUDIT_SCRIPT],
        compute: { cpu: "10m", memory: "32Mi" },
        ports: {},
        mounts: { [dirname(AUDIT_LOG)]: "audit", [dirname(SOCKET)]: "socket" },
        readiness: probe,
        liveness: probe,
    };
}
