import type { Properties } from "../../protocol/values";
import { accepts, isReadOnly } from "./mysql-parameters";
import { subnetOf } from "./network";
import { itemsAt, numberAt, same, segment, textAt } from "./read";
import { refuseAny, refuseIf, refuseOutside, type Rule, type Rules } from "./refusal";
import { hasZones, lacksPair } from "./regions";
import { isCopied, keys } from "./database-key";

const SERVER = "azure-native:dbformysql:Server";

const invalid = (condition: boolean, message: string) =>
    refuseIf(condition, "InvalidParameterValue", message);

const outside = (value: number | undefined, range: readonly [number, number], what: string) =>
    refuseOutside(value, range, "InvalidParameterValue", what);

/** Names that Azure keeps to itself, as hashicorp/terraform-provider-azurerm has found them. */
const LOGINS = ["azure_superuser", "admin", "administrator", "root", "guest", "public"];

const login: Rule = ({ inputs, oldInputs }) => {
    const name = textAt(inputs, "administratorLogin");
    if (name === undefined) {
        return invalid(
            oldInputs === undefined && ["Default", undefined].includes(textAt(inputs, "createMode")),
            "The administrator login and its password are required for a new server.",
        );
    }
    return invalid(
        !/^\w{1,32}$/.test(name) || LOGINS.includes(name.toLowerCase()),
        `The administrator login '${name}' is not allowed.`,
    );
};

/** Three of four kinds of characters, and nothing of the login's name. */
const password: Rule = ({ inputs, oldInputs }) => {
    const word = textAt(inputs, "administratorLoginPassword");
    const name = textAt(inputs, "administratorLogin");
    if (word === undefined || word === oldInputs?.administratorLoginPassword) {
        return invalid(
            word === undefined && oldInputs === undefined && name !== undefined,
            "The administrator login and its password are required for a new server.",
        );
    }
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(word));
    const parts = Array.from(name ?? "", (_, index) => (name ?? "").slice(index, index + 3)).filter((part) =>
        /^[a-z0-9]{3}$/i.test(part),
    );
    return (
        invalid(
            word.length < 8 || word.length > 128 || kinds.length < 3,
            "The administrator password must have 8 to 128 characters of three of the categories upper-case " +
                "letters, lower-case letters, numbers and non-alphanumeric characters.",
        ) ??
        invalid(
            parts.some((part) => word.toLowerCase().includes(part.toLowerCase())),
            "The administrator password cannot contain all or part of the login name.",
        )
    );
};

/** Oldest first. */
const VERSIONS = ["5.7", "8.0.21", "8.4"];

const version: Rule = ({ inputs, oldInputs }) => {
    const [before, after] = [oldInputs ?? {}, inputs].map((each) => textAt(each, "version"));
    return (
        refuseIf(
            after !== undefined && !VERSIONS.includes(after),
            "ServerVersionNotSupported",
            `The server version '${after ?? ""}' is not supported.`,
        ) ??
        refuseIf(
            before !== undefined && after !== undefined && VERSIONS.indexOf(after) < VERSIONS.indexOf(before),
            "MajorVersionDowngradeNotSupported",
            `A server of version ${before ?? ""} cannot be brought to version ${after ?? ""}.`,
        )
    );
};

/** The letter after "Standard_" of the sizes of each tier. */
const TIERS: Readonly<Record<string, string>> = {
    B: "Burstable",
    D: "GeneralPurpose",
    E: "MemoryOptimized",
};

const size: Rule = ({ inputs }) => {
    const [name = "", tier = ""] = [textAt(inputs, "sku.name"), textAt(inputs, "sku.tier")];
    const expected = TIERS[/^Standard_([BDE])\d/.exec(name)?.[1] ?? ""];
    return refuseIf(
        name !== "" && tier !== expected,
        "InvalidSku",
        `The size '${name}' is not available in the tier '${tier}'.`,
    );
};

const modeOf = (server: Properties | undefined) => textAt(server ?? {}, "highAvailability.mode");

/** learn.microsoft.com, "concepts-high-availability". */
const highAvailability: Rule = ({ inputs, oldInputs }) => {
    const mode = modeOf(inputs);
    if (mode === undefined || mode === "Disabled") {
        return undefined;
    }
    const location = textAt(inputs, "location") ?? "";
    return (
        refuseIf(
            textAt(inputs, "sku.tier") === "Burstable",
            "HANotSupportedForBurstableSku",
            "High availability is not supported for servers of the Burstable tier.",
        ) ??
        refuseIf(
            mode === "ZoneRedundant" && !hasZones(location),
            "ZoneRedundantHANotSupportedInRegion",
            `Zone-redundant high availability is not supported in region ${location}.`,
        ) ??
        refuseIf(
            oldInputs !== undefined && mode === "ZoneRedundant" && modeOf(oldInputs) !== mode,
            "HAModeChangeNotSupported",
            "Zone-redundant high availability can only be enabled when the server is created.",
        ) ??
        invalid(
            textAt(inputs, "storage.autoGrow") === "Disabled",
            "Storage auto-grow cannot be disabled on a server with high availability.",
        )
    );
};

/** learn.microsoft.com, "concepts-backup-restore". */
const backup: Rule = ({ inputs, oldInputs }) => {
    const location = textAt(inputs, "location") ?? "";
    return (
        outside(numberAt(inputs, "backup.backupRetentionDays"), [1, 35], "The backup retention in days") ??
        refuseIf(
            isCopied(inputs) && lacksPair(location),
            "GeoRedundantBackupNotSupportedInRegion",
            `Geo-redundant backup is not supported in region ${location}, which has no paired region.`,
        ) ??
        refuseIf(
            oldInputs !== undefined &&
                modeOf(inputs) === "ZoneRedundant" &&
                isCopied(oldInputs) !== isCopied(inputs),
            "GeoRedundantBackupChangeNotSupported",
            "For a zone-redundant server geo-redundant backup can only be set when the server is created.",
        )
    );
};

const DELEGATION = "Microsoft.DBforMySQL/flexibleServers";

/** learn.microsoft.com, "concepts-networking-vnet". */
const network: Rule = ({ inputs, neighbours }) => {
    const [subnetId, zoneId] = ["delegatedSubnetResourceId", "privateDnsZoneResourceId"].map((name) =>
        textAt(inputs, `network.${name}`),
    );
    const subnet = subnetOf(subnetId, neighbours);
    return (
        invalid(
            (subnetId === undefined) !== (zoneId === undefined),
            "A server in a virtual network needs both a delegated subnet and a private DNS zone.",
        ) ??
        invalid(
            subnetId !== undefined && textAt(inputs, "network.publicNetworkAccess") === "Enabled",
            "Public network access cannot be enabled for a server in a virtual network.",
        ) ??
        refuseIf(
            subnet !== undefined &&
                !itemsAt(subnet, "delegations").some((each) => same(textAt(each, "serviceName"), DELEGATION)),
            "InvalidVnetConfiguration",
            `The subnet ${subnetId ?? ""} is not delegated to ${DELEGATION}.`,
        ) ??
        refuseIf(
            zoneId !== undefined &&
                segment(zoneId, "privateDnsZones")?.endsWith(".mysql.database.azure.com") !== true,
            "InvalidPrivateDnsZone",
            "The name of the private DNS zone must end with 'mysql.database.azure.com'.",
        )
    );
};

const storage: Rule = ({ inputs, oldInputs }) => {
    const [before, after] = [oldInputs ?? {}, inputs].map((each) => numberAt(each, "storage.storageSizeGB"));
    return (
        outside(after, [20, 16_384], "The storage size in GB") ??
        invalid(
            before !== undefined && after !== undefined && after < before,
            "The storage size of a server cannot be decreased.",
        )
    );
};

const maintenance: Rule = ({ inputs }) =>
    refuseAny(
        [
            ["dayOfWeek", 6],
            ["startHour", 23],
            ["startMinute", 59],
        ] as const,
        ([name, most]) =>
            outside(numberAt(inputs, `maintenanceWindow.${name}`), [0, most], `The maintenance's ${name}`),
    );

/** MySQL's own. */
const SYSTEM_DATABASES = ["information_schema", "mysql", "performance_schema", "sys"];

const database: Rule = ({ name, inputs }) => {
    const [charset, collation] = [textAt(inputs, "charset"), textAt(inputs, "collation")];
    return (
        invalid(SYSTEM_DATABASES.includes(name.toLowerCase()), `The database name '${name}' is reserved.`) ??
        invalid(
            charset !== undefined && collation !== undefined && !collation.startsWith(`${charset}_`),
            `The collation '${collation ?? ""}' is not valid for the character set '${charset ?? ""}'.`,
        )
    );
};

const configuration: Rule = ({ name, inputs }) => {
    const value = textAt(inputs, "value");
    return (
        refuseIf(
            isReadOnly(name),
            "ServerParameterReadOnly",
            `The server parameter '${name}' is read only.`,
        ) ??
        invalid(
            value !== undefined && !accepts(name, value),
            `The value '${value ?? ""}' of the server parameter '${name}' is not allowed.`,
        )
    );
};

/** Managed MySQL servers, their databases and their parameters. */
export const databaseRules: Rules = {
    [SERVER]: [login, password, version, size, highAvailability, backup, keys, network, storage, maintenance],
    "azure-native:dbformysql:Database": [database],
    "azure-native:dbformysql:Configuration": [configuration],
};
