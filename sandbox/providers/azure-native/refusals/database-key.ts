import type { Properties } from "../../protocol/values";
import { regionOf } from "../arm";
import { mapAt, numberAt, same, textAt, textsAt, valueAt } from "./read";
import { refuseAny, refuseIf, type Attempt, type Rule } from "./refusal";
import { pairOf } from "./regions";

const VAULT = "azure-native:keyvault:Vault";

/** Whether the backups of a server are copied to the paired region. */
export const isCopied = (server: Properties | undefined) =>
    textAt(server ?? {}, "backup.geoRedundantBackup") === "Enabled";

/** pulumi/pulumi-azure-native#4014, of the sister service. */
const encryption = (condition: boolean, message: string) =>
    refuseIf(
        condition,
        "CMKInvalidEncryptionParameters",
        `The input server encryption parameters are invalid. ${message}`,
    );

/** What a MySQL server is encrypted with. */
export const keys: Rule = (attempt) => {
    const { inputs } = attempt;
    const settings = mapAt(inputs, "dataEncryption");
    if (textAt(settings, "type") !== "AzureKeyVault") {
        return undefined;
    }
    const [key, identity, geoKey, geoIdentity] = [
        "primaryKeyURI",
        "primaryUserAssignedIdentityId",
        "geoBackupKeyURI",
        "geoBackupUserAssignedIdentityId",
    ].map((name) => textAt(settings, name));
    const assigned = textsAt(inputs, "identity.userAssignedIdentities");
    return (
        encryption(
            key === undefined || identity === undefined,
            "A user assigned identity and a key are required to encrypt the server.",
        ) ??
        encryption(
            isCopied(inputs) && (geoKey === undefined || geoIdentity === undefined),
            "Geo-Backup Encryption user assigned identity and key is required to encrypt Geo-Redundant CMK enabled " +
                "server. Please retry operation with valid input parameters.",
        ) ??
        refuseAny([identity, geoIdentity], (id) =>
            encryption(
                id !== undefined && !assigned.some((other) => same(other, id)),
                `The identity ${id ?? ""} is not assigned to the server.`,
            ),
        ) ??
        keyPlace(attempt, key, regionOf(inputs)) ??
        keyPlace(attempt, geoKey, pairOf(regionOf(inputs)))
    );
};

/** learn.microsoft.com, "security-customer-managed-key". */
function keyPlace({ neighbours }: Attempt, uri: string | undefined, region: string | undefined) {
    const name = /^https:\/\/([^.]+)\./.exec(uri ?? "")?.[1];
    const vault = neighbours(VAULT).find((other) => same(textAt(other, "vaultName"), name));
    if (vault === undefined) {
        return undefined;
    }
    const days = numberAt(vault, "properties.softDeleteRetentionInDays") ?? 90;
    return (
        encryption(
            region !== undefined && regionOf(vault) !== region,
            `The key vault ${name ?? ""} must be in region ${region ?? ""}.`,
        ) ??
        encryption(
            valueAt(vault, "properties.enablePurgeProtection") !== true || days !== 90,
            `The key vault ${name ?? ""} must have purge protection, and keep what is deleted for 90 days.`,
        )
    );
}
