import type { Endpoint } from "../../kubernetes/flows";
import type { WorkloadArgs } from "../../kubernetes/workload-args";
import { AGENT_PORT, AGENT_STORAGE, logAgentConfig } from "./log-agent-config";

/** User and group of Alloy's image. */
const ALLOY = { uid: 473, gid: 473, fsGroup: 473 };

export interface LogAgentArgs {
    readonly namespace: string;
    readonly image: string;

    /** Namespaces whose pods' logs are collected. */
    readonly namespaces: readonly string[];

    /** Nodes that the cluster grows to at most. */
    readonly mostNodes: number;

    readonly collector: Endpoint;
}

/** Reads the logs of the pods of each node through the cluster's API, so that no directory of the node is open to it. */
export function logAgent({ namespace, image, namespaces, mostNodes, collector }: LogAgentArgs): WorkloadArgs {
    const readsLogs = [
        { apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] },
        { apiGroups: [""], resources: ["pods/log"], verbs: ["get"] },
    ];
    const ready = { httpGet: { path: "/-/ready", port: "metrics" } };
    return {
        name: "log-agent",
        namespace,
        replicas: { mostNodes },
        user: ALLOY,
        apiRights: { namespaces: Object.fromEntries(namespaces.map((name) => [name, readsLogs])) },
        connectsTo: [
            { to: { part: "apiServer" }, purpose: "Lire les journaux des pods de son nœud" },
            { to: collector, purpose: "Remettre les journaux à masquer et à garder" },
        ],
        volumes: {
            config: {
                kind: "files",
                files: { "log-agent.alloy": logAgentConfig({ namespaces, collector }) },
            },
            state: { kind: "scratch", sizeMiB: 64 },
        },
        containers: {
            agent: {
                image,
                args: [
                    "run",
                    "/etc/alloy/log-agent.alloy",
                    `--server.http.listen-addr=0.0.0.0:${AGENT_PORT.toString()}`,
                    "--server.http.enable-pprof=false",
                    `--storage.path=${AGENT_STORAGE}`,
                    "--disable-reporting",
                    "--disable-support-bundle",
                ],
                fieldEnv: { NODE_NAME: "spec.nodeName" },
                compute: { cpu: "100m", memory: "384Mi" },
                ports: { metrics: AGENT_PORT },
                mounts: { "/etc/alloy": "config", [AGENT_STORAGE]: "state" },
                readiness: ready,
                liveness: { httpGet: { path: "/-/healthy", port: "metrics" }, failureThreshold: 6 },
            },
        },
    };
}
