import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo, type Server } from "node:net";
import { join } from "node:path";
import { stringify } from "yaml";

import { createAuthority, createKey, type Certified, type Subject } from "./certificates";
import { kubeconfigOf, type Credentials } from "./kubeconfig";
import type { Tools } from "./tools";

/** A program of the cluster, and how it is started. */
export interface Program {
    readonly name: string;
    readonly command: string;
    readonly args: readonly string[];
}

/** The programs of a cluster, ready to be started, and how to reach it. */
export interface ControlPlane {
    /** Those that the API is made of. */
    readonly api: readonly Program[];
    /** Those that need the API to answer. */
    readonly controllers: readonly Program[];
    /** The administrator's. */
    readonly credentials: Credentials;
}

/** AKS' own default; the first address is the API server's. */
const SERVICE_RANGE = "10.0.0.0/16";
const API_SERVICE_ADDRESS = "10.0.0.1";

/** Addresses that kwok gives to pods. */
const POD_RANGE = "10.244.0.1/16";

/** The group that may do everything. */
const MASTERS = "system:masters";

/** Requests a second that a controller may make: an upgrade of the whole platform should not wait for its turn. */
const REQUESTS_PER_SECOND = 500;
const REQUEST_BURST = 1_000;

/** Writes certificates and settings into a folder of the user's alone, and tells how to start the programs with them. */
export async function prepareControlPlane(directory: string, tools: Tools): Promise<ControlPlane> {
    const folder = join(directory, "credentials");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const write = async (name: string, text: string): Promise<string> => {
        const path = join(folder, name);
        await writeFile(path, text, { mode: 0o600 });
        return path;
    };
    const writeCertified = async (name: string, { certificate, key }: Certified) => ({
        certificate: await write(`${name}.crt`, certificate),
        key: await write(`${name}.key`, key),
    });

    const [clientPort = 0, peerPort = 0, apiPort = 0] = await freePorts(3);
    const server = `https://127.0.0.1:${String(apiPort)}`;
    // Whoever the cluster's authority vouches for is not by that let into its store.
    const authority = await createAuthority("sandbox");
    const storeAuthority = await createAuthority("sandbox-store");
    const authorityFile = await write("authority.crt", authority.certificate);
    const storeAuthorityFile = await write("store-authority.crt", storeAuthority.certificate);
    const serviceAccountKey = await write("service-accounts.key", await createKey());

    const loopback = [
        { type: "ip", value: "127.0.0.1" },
        { type: "dns", value: "localhost" },
    ] as const;
    const store = await writeCertified(
        "store",
        await storeAuthority.issue({ name: "etcd", hosts: [...loopback] }),
    );
    const apiServer = await writeCertified(
        "api-server",
        await authority.issue({
            name: "kube-apiserver",
            hosts: [
                ...loopback,
                { type: "ip", value: API_SERVICE_ADDRESS },
                ...["kubernetes", "kubernetes.default", "kubernetes.default.svc"].map(
                    (value) => ({ type: "dns", value }) as const,
                ),
            ],
        }),
    );
    const credentialsOf = async (subject: Subject): Promise<Credentials> => ({
        server,
        authority: authority.certificate,
        ...(await authority.issue(subject)),
    });
    const kubeconfig = async (subject: Subject): Promise<string> =>
        await write(`${subject.name}.kubeconfig`, kubeconfigOf(await credentialsOf(subject)));

    const managerConfig = await kubeconfig({ name: "system:kube-controller-manager" });
    const kwokConfig = await kubeconfig({ name: "kwok", organization: MASTERS });
    const schedulerConfig = await write(
        "scheduler.yaml",
        stringify({
            apiVersion: "kubescheduler.config.k8s.io/v1",
            kind: "KubeSchedulerConfiguration",
            leaderElection: { leaderElect: false },
            clientConnection: {
                kubeconfig: await kubeconfig({ name: "system:kube-scheduler" }),
                qps: REQUESTS_PER_SECOND,
                burst: REQUEST_BURST,
            },
        }),
    );

    const clientUrl = `https://127.0.0.1:${String(clientPort)}`;
    const peerUrl = `https://127.0.0.1:${String(peerPort)}`;
    return {
        credentials: await credentialsOf({ name: "sandbox", organization: MASTERS }),
        api: [
            {
                name: "etcd",
                command: tools.etcd,
                args: flags({
                    name: "sandbox",
                    "data-dir": join(directory, "etcd"),
                    "listen-client-urls": clientUrl,
                    "advertise-client-urls": clientUrl,
                    "listen-peer-urls": peerUrl,
                    "initial-advertise-peer-urls": peerUrl,
                    "initial-cluster": `sandbox=${peerUrl}`,
                    "trusted-ca-file": storeAuthorityFile,
                    "cert-file": store.certificate,
                    "key-file": store.key,
                    "client-cert-auth": "true",
                    "peer-trusted-ca-file": storeAuthorityFile,
                    "peer-cert-file": store.certificate,
                    "peer-key-file": store.key,
                    "peer-client-cert-auth": "true",
                    "log-level": "warn",
                    // The data end with the cluster; after a crash nobody reads them.
                    "unsafe-no-fsync": "true",
                }),
            },
            {
                name: "kube-apiserver",
                command: tools.apiServer,
                args: flags({
                    "etcd-servers": clientUrl,
                    "etcd-cafile": storeAuthorityFile,
                    "etcd-certfile": store.certificate,
                    "etcd-keyfile": store.key,
                    "bind-address": "127.0.0.1",
                    "secure-port": String(apiPort),
                    "tls-cert-file": apiServer.certificate,
                    "tls-private-key-file": apiServer.key,
                    "client-ca-file": authorityFile,
                    "anonymous-auth": "false",
                    "authorization-mode": "Node,RBAC",
                    "service-account-issuer": "https://kubernetes.default.svc",
                    "service-account-key-file": serviceAccountKey,
                    "service-account-signing-key-file": serviceAccountKey,
                    "service-cluster-ip-range": SERVICE_RANGE,
                    // Pod Security is what refuses a privileged pod, as on AKS.
                    "allow-privileged": "true",
                    // No pod could reach the loopback address that it would publish.
                    "endpoint-reconciler-type": "none",
                    profiling: "false",
                }),
            },
        ],
        controllers: [
            {
                name: "kube-controller-manager",
                command: tools.controllerManager,
                args: flags({
                    kubeconfig: managerConfig,
                    "use-service-account-credentials": "true",
                    "service-account-private-key-file": serviceAccountKey,
                    "root-ca-file": authorityFile,
                    // There is no disk to attach to a simulated node.
                    controllers: "*,-persistentvolume-attach-detach-controller",
                    "kube-api-qps": String(REQUESTS_PER_SECOND),
                    "kube-api-burst": String(REQUEST_BURST),
                    "leader-elect": "false",
                    "secure-port": "0",
                }),
            },
            {
                name: "kube-scheduler",
                command: tools.scheduler,
                args: flags({ config: schedulerConfig, "secure-port": "0" }),
            },
            {
                name: "kwok",
                command: tools.kwok,
                args: flags({
                    kubeconfig: kwokConfig,
                    config: tools.stages,
                    "manage-all-nodes": "true",
                    "node-lease-duration-seconds": "40",
                    cidr: POD_RANGE,
                }),
            },
        ],
    };
}

function flags(values: Readonly<Record<string, string>>): readonly string[] {
    return Object.entries(values).map(([flag, value]) => `--${flag}=${value}`);
}

/** Ports of the loopback interface on which nothing listens. */
async function freePorts(count: number): Promise<readonly number[]> {
    const servers = await Promise.all(
        Array.from(
            { length: count },
            () =>
                new Promise<Server>((resolve, reject) => {
                    const server = createServer();
                    server.once("error", reject);
                    server.listen(0, "127.0.0.1", () => {
                        resolve(server);
                    });
                }),
        ),
    );
    const ports = servers.map((server) => (server.address() as AddressInfo).port);
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    return ports;
}
