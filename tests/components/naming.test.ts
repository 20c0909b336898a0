import * as assert from "node:assert/strict";
import {
    mandatoryTags,
    overlongNames,
    platformNames,
    registryLoginServer,
    vaultUri,
} from "../../components/naming";
import { ZONED_REGIONS } from "../../components/regions";

const scope = { prefix: "aplus", environment: "dev", location: "francecentral" };

describe("platformNames", () => {
    it("names every Azure resource of the platform", () => {
        assert.deepEqual(platformNames(scope), {
            resourceGroup: "rg-aplus-core-dev-frc",
            nodeResourceGroup: "rg-aplus-nodes-dev-frc",
            policyIdentity: "id-aplus-policy-dev-frc",
            actionGroup: "ag-aplus-core-dev-frc",
            budget: "budget-aplus-core-dev-frc",
            workspace: "log-aplus-core-dev-frc",
            logsLinkScope: "ampls-aplus-core-dev-frc",
            logsEndpoint: "pep-aplus-logs-dev-frc",
            virtualNetwork: "vnet-aplus-core-dev-frc",
            nodesSubnet: "snet-aplus-nodes-dev-frc",
            nodesSecurityGroup: "nsg-aplus-nodes-dev-frc",
            apiServerSubnet: "snet-aplus-apiserver-dev-frc",
            apiServerSecurityGroup: "nsg-aplus-apiserver-dev-frc",
            endpointsSubnet: "snet-aplus-endpoints-dev-frc",
            endpointsSecurityGroup: "nsg-aplus-endpoints-dev-frc",
            databaseSubnet: "snet-aplus-database-dev-frc",
            databaseSecurityGroup: "nsg-aplus-database-dev-frc",
            edgeSubnet: "snet-aplus-edge-dev-frc",
            edgeSecurityGroup: "nsg-aplus-edge-dev-frc",
            bastionSecurityGroup: "nsg-aplus-bastion-dev-frc",
            runnersSubnet: "snet-aplus-runners-dev-frc",
            runnersSecurityGroup: "nsg-aplus-runners-dev-frc",
            bastion: "bas-aplus-core-dev-frc",
            bastionAddress: "pip-aplus-bastion-dev-frc",
            ddosPlan: "ddos-aplus-core-dev-frc",
            egressAddress: "pip-aplus-egress-dev-frc",
            natGateway: "ng-aplus-egress-dev-frc",
            firewall: "afw-aplus-egress-dev-frc",
            firewallPolicy: "afwp-aplus-egress-dev-frc",
            egressRoutes: "rt-aplus-egress-dev-frc",
            networkWatcher: "nw-aplus-core-dev-frc",
            flowLog: "fl-aplus-core-dev-frc",
            vault: "kv-aplus-core-dev-frc",
            vaultEndpoint: "pep-aplus-vault-dev-frc",
            storageIdentity: "id-aplus-storage-dev-frc",
            archiveAccount: "staplusauditdevfrc",
            archiveEndpoint: "pep-aplus-archive-dev-frc",
            archiveRole: "role-aplus-archive-dev-frc",
            flowsAccount: "staplusflowsdevfrc",
            flowsEndpoint: "pep-aplus-flows-dev-frc",
            flowsIdentity: "id-aplus-flows-dev-frc",
            telemetryAccount: "staplustelemdevfrc",
            telemetryEndpoint: "pep-aplus-telemetry-dev-frc",
            telemetryIdentity: "id-aplus-telemetry-dev-frc",
            registry: "crapluscoredevfrc",
            registryEndpoint: "pep-aplus-registry-dev-frc",
            registryIdentity: "id-aplus-registry-dev-frc",
            cluster: "aks-aplus-core-dev-frc",
            clusterIdentity: "id-aplus-cluster-dev-frc",
            kubeletIdentity: "id-aplus-kubelet-dev-frc",
            clusterNetworkRole: "role-aplus-cluster-network-dev-frc",
            clusterRoutesRole: "role-aplus-cluster-routes-dev-frc",
            clusterVaultRole: "role-aplus-cluster-vault-dev-frc",
            disksEncryption: "des-aplus-disks-dev-frc",
            disksIdentity: "id-aplus-disks-dev-frc",
            databaseEncryption: "des-aplus-database-dev-frc",
            databaseIdentity: "id-aplus-database-dev-frc",
            edge: "agw-aplus-edge-dev-frc",
            edgeAddress: "pip-aplus-edge-dev-frc",
            edgeIdentity: "id-aplus-edge-dev-frc",
            edgeWafPolicy: "waf-aplus-edge-dev-frc",
            gatewayIdentity: "id-aplus-gateway-dev-frc",
            backendIdentity: "id-aplus-backend-dev-frc",
            mariadbIdentity: "id-aplus-mariadb-dev-frc",
            mySqlServer: "mysql-aplus-core-dev-frc",
            mySqlIdentity: "id-aplus-mysql-dev-frc",
            mySqlAccountsIdentity: "id-aplus-mysqlaccounts-dev-frc",
            mysqldExporterIdentity: "id-aplus-mysqldexporter-dev-frc",
            logCollectorIdentity: "id-aplus-logcollector-dev-frc",
            lokiIdentity: "id-aplus-loki-dev-frc",
            tempoIdentity: "id-aplus-tempo-dev-frc",
            alertmanagerIdentity: "id-aplus-alertmanager-dev-frc",
            grafanaIdentity: "id-aplus-grafana-dev-frc",
            backupVault: "kv-aplus-bak-dev-frc",
            backupVaultEndpoint: "pep-aplus-backupvault-dev-frc",
            backupIdentity: "id-aplus-backup-dev-frc",
        });
    });

    it("has a code of its own for each region", () => {
        const regions = Object.keys(ZONED_REGIONS);
        const vaults = new Set(regions.map((location) => platformNames({ ...scope, location }).vault));
        assert.equal(vaults.size, regions.length);
    });

    it("refuses a region that cannot host a stack", () => {
        assert.throws(() => platformNames({ ...scope, location: "francesouth" }), {
            name: "RangeError",
            message:
                'location: expected a region of the European Economic Area with three zones, got "francesouth"',
        });
    });
});

describe("addresses that Azure derives from names", () => {
    const names = platformNames(scope);

    it("are those of the registry and the vault", () => {
        assert.equal(registryLoginServer(names), "crapluscoredevfrc.azurecr.io");
        assert.equal(vaultUri(names), "https://kv-aplus-core-dev-frc.vault.azure.net/");
    });
});

describe("overlongNames", () => {
    it("accepts a Key Vault name of 24 characters", () => {
        const longest = { ...scope, prefix: "aplus123", environment: "dev" };
        assert.equal(platformNames(longest).vault.length, 24);
        assert.deepEqual(overlongNames(longest), []);
    });

    it("tells a Key Vault name of 25 characters", () => {
        assert.deepEqual(overlongNames({ ...scope, prefix: "aplus123", environment: "prod" }), [
            '"kv-aplus123-core-prod-frc" (25 characters, Azure accepts 24)',
        ]);
    });
});

describe("mandatoryTags", () => {
    it("classifies everything as personal health data", () => {
        const tags = { environment: "dev", owner: "o@example.fr", costCenter: "SI", hdsActivity: "5" };
        assert.deepEqual(mandatoryTags(tags), {
            ...tags,
            dataClassification: "dscp",
            managedBy: "pulumi",
        });
    });
});
