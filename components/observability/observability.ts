import * as pulumi from "@pulumi/pulumi";
import { type ClusterAudit, ClusterAuditWriter } from "../archive/cluster-audit";
import type { Redundancy } from "../archive/private-storage";
import type { CustomerKey } from "../key-vault/customer-key";
import { type VaultAccess, VaultReader } from "../key-vault/vault-reader";
import type { Endpoint } from "../kubernetes/flows";
import { boundNamespace, Namespace } from "../kubernetes/namespace";
import { demandOf } from "../kubernetes/quota";
import { Workload } from "../kubernetes/workload";
import { endpointOf, type WorkloadArgs } from "../kubernetes/workload-args";
import type { PlatformNames } from "../naming";
import type { PrivateEndpoints } from "../network/private-link";
import { ALERTMANAGER, alertmanagerFiles, keepGossipCertificates } from "./alerting/secrets";
import { GRAFANA } from "./dashboards/places";
import { grafanaFiles, keepGrafanaKey } from "./dashboards/secrets";
import { LOG_COLLECTOR } from "./logs/log-collector";
import { NODE_EXPORTER_NAMESPACE, programsOf, type ProgramsArgs } from "./programs";
import { TelemetryStorage } from "./telemetry-storage";

export interface ObservabilityArgs extends Omit<
    ProgramsArgs,
    "namespace" | "archive" | "telemetryAccount" | "tenantId"
> {
    readonly names: PlatformNames;

    readonly vault: VaultAccess;

    /** Key that encrypts the logs and the traces, and how many copies there are of them. */
    readonly key: CustomerKey;
    readonly redundancy: Redundancy;

    /** Where the audit logs of the cluster are archived. */
    readonly clusterAudit: ClusterAudit;

    readonly privateEndpoints: PrivateEndpoints;

    /** Workspace that keeps the audit log of the account of logs and traces. */
    readonly workspaceId: pulumi.Input<string>;

    /** Revision of the mesh that the pods join. */
    readonly meshRevision: string;

    /** Whether Pulumi refuses to delete the logs, the traces and the authority of Alertmanager's certificates. */
    readonly protectData: boolean;
}

/**
 * Metrics, logs and traces of the platform, the alerts that they raise, and the pages that show them. The namespace of its
 * name is there already: OpenMRS's flows lead to it.
 */
export class Observability extends pulumi.ComponentResource {
    /** Where operators' browsers reach Grafana, as TLS. */
    public readonly entry: Endpoint;

    /** Azure resource id of the account that holds logs and traces. */
    public readonly storageId: pulumi.Output<string>;

    constructor(name: string, args: ObservabilityArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:observability:Observability", name, {}, opts);
        const { names, vault, settings, meshRevision, protectData } = args;

        const programs = programsOf({
            ...args,
            namespace: name,
            archive: args.clusterAudit,
            telemetryAccount: names.telemetryAccount,
            tenantId: vault.tenantId,
        });
        const demandsIn = (namespace: string) =>
            programs.filter((program) => program.namespace === namespace).map(demandOf);
        const bounds = boundNamespace(name, demandsIn(name), { parent: this });
        const nodes = new Namespace(
            NODE_EXPORTER_NAMESPACE,
            { meshRevision, demands: demandsIn(NODE_EXPORTER_NAMESPACE), podSecurity: "privileged" },
            { parent: this },
        );

        const storage = new TelemetryStorage(
            `${name}-storage`,
            {
                ...vault,
                names,
                key: args.key,
                redundancy: args.redundancy,
                retentionDays: settings.logs.auditRetentionDays,
                privateEndpoints: args.privateEndpoints,
                workspaceId: args.workspaceId,
                namespace: name,
                protectData,
            },
            { parent: this },
        );
        const archivist = new ClusterAuditWriter(
            LOG_COLLECTOR,
            {
                ...vault,
                identityName: names.logCollectorIdentity,
                serviceAccount: { namespace: name, name: LOG_COLLECTOR },
                clusterAudit: args.clusterAudit,
            },
            { parent: this },
        );
        /** Application id of the identity that each account takes on. */
        const clientIds: Readonly<Record<string, pulumi.Input<string>>> = {
            ...storage.clientIds,
            [LOG_COLLECTOR]: archivist.clientId,
            [GRAFANA]: settings.grafanaClientId,
        };

        const keeping = { vault, rotatedOn: args.credentialsRotatedOn, protectData };
        const readers = {
            [ALERTMANAGER]: new VaultReader(
                {
                    vault,
                    identityName: names.alertmanagerIdentity,
                    account: { namespace: name, name: ALERTMANAGER },
                    files: alertmanagerFiles(),
                },
                { parent: this, dependsOn: [...keepGossipCertificates(name, keeping, this)] },
            ),
            [GRAFANA]: new VaultReader(
                {
                    vault,
                    identityName: names.grafanaIdentity,
                    account: { namespace: name, name: GRAFANA },
                    files: grafanaFiles(settings.tlsCertificate),
                },
                { parent: this, dependsOn: [keepGrafanaKey(keeping, this)] },
            ),
        };
        const needsOf = ({ name: program }: WorkloadArgs): pulumi.Resource[] => [
            ...bounds,
            nodes,
            ...(program in storage.clientIds ? [storage] : []),
            ...(program === LOG_COLLECTOR ? [archivist] : []),
            ...Object.entries(readers).flatMap(([reader, files]) => (reader === program ? [files] : [])),
        ];
        for (const program of programs) {
            const identityClientId = clientIds[program.name];
            new Workload(
                { ...program, meshRevision, ...(identityClientId !== undefined && { identityClientId }) },
                { parent: this, dependsOn: needsOf(program) },
            );
        }

        this.entry = entryOf(programs);
        this.storageId = storage.accountId;
        this.registerOutputs({ entry: this.entry, storageId: this.storageId });
    }
}

function entryOf(programs: readonly WorkloadArgs[]): Endpoint {
    const pages = programs.find((program) => program.name === GRAFANA);
    if (pages === undefined) {
        throw new RangeError(`programs: expected ${GRAFANA} among them, got none`);
    }
    return endpointOf(pages, "https");
}
