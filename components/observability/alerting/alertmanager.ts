import { vaultFilesOf } from "../../key-vault/vault-reader";
import { hostOf } from "../../kubernetes/flows";
import type { Storage, WorkloadArgs } from "../../kubernetes/workload-args";
import { NOBODY } from "../../kubernetes/nobody";
import { alertmanagerConfig, HOSTS, TEMPLATES } from "./alertmanager-config";
import { ALERTMANAGER, GOSSIP_SECRETS, gossipName, SECRETS } from "./secrets";
import { MESSAGES } from "./templates";

export interface AlertmanagerArgs {
    readonly namespace: string;
    readonly image: string;

    /** Host outside that expects the dead man's switch's beat. */
    readonly heartbeatHost: string;

    /** Host name of Grafana, which messages lead to. */
    readonly grafanaHost: string;

    /** Of silences, and of what has been sent. */
    readonly storage: Storage;

    /** Changes whenever the certificates do. */
    readonly revision: string;
}

/** One on each of as many nodes: the loss of one leaves two, which go on telling each other what they have sent. */
const REPLICAS = 3;

const GOSSIP_PORT = 9094;

const check = (path: string) => ({ httpGet: { path, port: "http" } });

/** Replicas prove to one another who they are, over TCP: UDP would pass neither the mesh nor the policies. */
function gossipTls(namespace: string): string {
    const [authority, certificate, key] = [
        GOSSIP_SECRETS.authority,
        GOSSIP_SECRETS.certificate,
        GOSSIP_SECRETS.key,
    ].map((name) => `${SECRETS}/${name}`);
    const own = { cert_file: certificate, key_file: key, min_version: "TLS13" };
    const config = {
        tls_server_config: {
            ...own,
            client_ca_file: authority,
            client_auth_type: "RequireAndVerifyClientCert",
        },
        tls_client_config: { ...own, ca_file: authority, server_name: gossipName(namespace) },
    };
    return `${JSON.stringify(config, null, 2)}\n`;
}

/** Tells people what Prometheus found: whom, when, how often. */
export function alertmanager(args: AlertmanagerArgs): WorkloadArgs {
    const { namespace, image, heartbeatHost, grafanaHost, storage, revision } = args;
    const own = { namespace, workload: ALERTMANAGER, port: GOSSIP_PORT };
    const peers = Array.from({ length: REPLICAS }, (_, replica) => hostOf({ ...own, replica }));
    const gossip = GOSSIP_PORT.toString();
    return {
        name: ALERTMANAGER,
        namespace,
        replicas: REPLICAS,
        user: NOBODY,
        storage,
        revision,
        connectsTo: [
            { to: own, purpose: "Se dire entre répliques quelles alertes sont envoyées ou mises en silence" },
            {
                to: { host: HOSTS.slack, port: 443 },
                purpose: "Écrire les alertes dans les canaux des équipes",
            },
            { to: { host: HOSTS.pagerDuty, port: 443 }, purpose: "Appeler la personne d’astreinte" },
            {
                to: { host: heartbeatHost, port: 443 },
                purpose: "Faire savoir à l’extérieur que les alertes partent encore",
            },
        ],
        volumes: {
            config: {
                kind: "files",
                files: {
                    "alertmanager.yml": alertmanagerConfig(grafanaHost),
                    "gossip.yml": gossipTls(namespace),
                    [TEMPLATES]: MESSAGES,
                },
            },
            secrets: { kind: "vault", secretProviderClass: vaultFilesOf(ALERTMANAGER) },
        },
        containers: {
            alertmanager: {
                image,
                args: [
                    "--config.file=/etc/alertmanager/alertmanager.yml",
                    "--storage.path=/alertmanager",
                    `--cluster.listen-address=0.0.0.0:${gossip}`,
                    // Its own guess would be an address of the private ranges that Internet standards name, or none.
                    `--cluster.advertise-address=$(POD_IP):${gossip}`,
                    ...peers.map((peer) => `--cluster.peer=${peer}:${gossip}`),
                    // Of the same name in another namespace or cluster: not one of these.
                    `--cluster.label=${gossipName(namespace)}`,
                    "--cluster.tls-config=/etc/alertmanager/gossip.yml",
                    // As long as Prometheus waits before it sends an alert again: by then all are known that fire. A
                    // replica that is to stop within this minute has to be killed; the others have what it knew.
                    "--dispatch.start-delay=1m",
                    // Who put what into silence, and when.
                    "--log.silences",
                ],
                fieldEnv: { POD_IP: "status.podIP" },
                compute: { cpu: "100m", memory: "128Mi" },
                ports: { http: 9093, gossip: GOSSIP_PORT },
                mounts: { "/alertmanager": "data", "/etc/alertmanager": "config", [SECRETS]: "secrets" },
                readiness: check("/-/ready"),
                liveness: check("/-/healthy"),
            },
        },
    };
}
