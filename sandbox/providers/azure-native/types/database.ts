import { propertiesAt, textAt } from "../../protocol/values";
import { CREATED, GROUP } from "../arm";
import type { ArmResource, ArmType } from "../arm-type";
import { isStatic } from "../refusals/mysql-parameters";

const SERVER = `${GROUP}/providers/Microsoft.DBforMySQL/flexibleServers/{serverName}`;

const of = (place: string) => (resource: ArmResource) => propertiesAt(resource.inputs, place);

/** Managed MySQL servers, their databases and their parameters. */
export const databaseTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:dbformysql:Server": {
        path: SERVER,
        // "create" and no "update" in the specification of its API; "network" is all of the subnet and of the zone.
        forceNew: [
            "administratorLogin",
            "availabilityZone",
            "createMode",
            "network",
            "restorePointInTime",
            "sourceServerResourceId",
        ],
        outputs: {
            availabilityZone: "1",
            backup: { backupRetentionDays: 7, earliestRestoreDate: CREATED, geoRedundantBackup: "Disabled" },
            "backup.earliestRestoreDate": CREATED,
            fullyQualifiedDomainName: ({ name }) => `${name}.mysql.database.azure.com`,
            highAvailability: { mode: "Disabled", state: "NotEnabled" },
            "highAvailability.standbyAvailabilityZone": (server) => (isAvailable(server) ? "2" : undefined),
            "highAvailability.state": (server) => (isAvailable(server) ? "Healthy" : "NotEnabled"),
            maintenanceWindow: { customWindow: "Disabled", dayOfWeek: 0, startHour: 0, startMinute: 0 },
            "network.publicNetworkAccess": (server) =>
                of("network")(server).delegatedSubnetResourceId === undefined ? "Enabled" : "Disabled",
            privateEndpointConnections: [],
            replicaCapacity: 10,
            replicationRole: "None",
            state: "Ready",
            storage: { autoGrow: "Enabled", storageSku: "Premium_LRS" },
            "storage.storageSku": "Premium_LRS",
            version: "8.0.21",
        },
        unset: `administratorLogin dataEncryption identity importSourceProperties location network sku
            sourceServerResourceId tags`,
    },
    "azure-native:dbformysql:Database": {
        path: `${SERVER}/databases/{databaseName}`,
        outputs: { charset: "utf8mb4", collation: "utf8mb4_0900_ai_ci" },
    },
    "azure-native:dbformysql:Configuration": {
        path: `${SERVER}/configurations/{configurationName}`,
        outputs: {
            allowedValues: "",
            currentValue: ({ name, inputs }) => (isStatic(name) ? undefined : textAt(inputs, "value")),
            dataType: "String",
            defaultValue: "",
            description: "",
            documentationLink: "",
            isConfigPendingRestart: ({ name }) => (isStatic(name) ? "True" : "False"),
            isDynamicConfig: ({ name }) => (isStatic(name) ? "False" : "True"),
            isReadOnly: "False",
            source: "user-override",
        },
        unset: "value",
    },
};

function isAvailable(server: ArmResource): boolean {
    const mode = textAt(of("highAvailability")(server), "mode");
    return mode !== undefined && mode !== "Disabled";
}
