import type { Properties } from "../../protocol/values";
import { isOn, itemsAt, mapAt, numberAt, same, textAt, valueAt } from "./read";
import { refuseAny, refuseIf, refuseOutside, type Attempt, type Rule, type Rules } from "./refusal";
import { hasZones, lacksPair } from "./regions";

const ACCOUNT = "azure-native:storage:StorageAccount";

const notAllowed = (condition: boolean, property: string, value: string) =>
    refuseIf(
        condition,
        "InvalidRequestPropertyValue",
        `The value '${value}' is not allowed for property ${property}. ` +
            "For more information, see - https://aka.ms/storageaccountset",
    );

/** The enumeration has it, and says itself that the service does not (StorageAccountData.MinimumTlsVersion). */
const minimumTls: Rule = ({ inputs }) =>
    notAllowed(textAt(inputs, "minimumTlsVersion") === "TLS1_3", "minimumTlsVersion", "TLS1_3");

const WORM = "immutableStorageWithVersioning";

/** Azure/bicep-registry-modules#5950: made unlocked, locked later, and never unlocked again. */
const immutability: Rule = ({ inputs, oldInputs }) => {
    const path = `${WORM}.immutabilityPolicy`;
    const [before, after] = [mapAt(oldInputs ?? {}, path), mapAt(inputs, path)];
    const [stateBefore, state] = [textAt(before, "state"), textAt(after, "state")];
    const days = "immutabilityPeriodSinceCreationInDays";
    const [daysBefore = 0, daysAfter = 0] = [numberAt(before, days), numberAt(after, days)];
    const locked = stateBefore === "Locked";
    return (
        refuseOutside(
            numberAt(after, days),
            [1, 146_000],
            "InvalidRequestPropertyValue",
            "The immutability period in days",
        ) ??
        notAllowed(state === "Locked" && !locked && stateBefore !== "Unlocked", `${path}.state`, "Locked") ??
        notAllowed(locked && state !== "Locked", `${path}.state`, state ?? "") ??
        notAllowed(locked && daysAfter < daysBefore, `${path}.${days}`, daysAfter.toString()) ??
        notAllowed(
            locked &&
                isOn(before, "allowProtectedAppendWrites") !== isOn(after, "allowProtectedAppendWrites"),
            `${path}.allowProtectedAppendWrites`,
            String(isOn(after, "allowProtectedAppendWrites")),
        )
    );
};

/** learn.microsoft.com, "immutable-version-level-worm-policies". */
const flatNames: Rule = ({ inputs }) =>
    notAllowed(isOn(inputs, `${WORM}.enabled`) && isOn(inputs, "isHnsEnabled"), "isHnsEnabled", "true");

const ZONED_SKU = /_G?ZRS$|_RAGZRS$/;

const redundancy: Rule = ({ inputs }) => {
    const [sku = "", location = ""] = [textAt(inputs, "sku.name"), textAt(inputs, "location")];
    return refuseIf(
        (ZONED_SKU.test(sku) && !hasZones(location)) || (/_(RA)?G(Z)?RS$/.test(sku) && lacksPair(location)),
        "RedundancyConfigurationNotAvailableInRegion",
        `This redundancy configuration (${sku}) is not available in ${location}.`,
    );
};

const keyIdentity: Rule = ({ inputs }) =>
    refuseIf(
        same(textAt(inputs, "encryption.keySource"), "Microsoft.Keyvault") &&
            (valueAt(inputs, "encryption.keyVaultProperties") === undefined ||
                valueAt(inputs, "identity") === undefined),
        "InvalidRequestPropertyValue",
        "Encryption with keySource Microsoft.Keyvault requires keyVaultProperties and an identity.",
    );

/** The account of a part, if this run has seen it. */
const accountOf = ({ inputs, neighbours }: Attempt): Properties =>
    neighbours(ACCOUNT).find((account) =>
        same(textAt(account, "accountName"), textAt(inputs, "accountName")),
    ) ?? {};

const versions: Rule = (attempt) =>
    refuseIf(
        isOn(accountOf(attempt), `${WORM}.enabled`) &&
            valueAt(attempt.inputs, "isVersioningEnabled") === false,
        "InvalidRequestPropertyValue",
        "Versioning cannot be disabled on a storage account with version-level immutability.",
    );

/** learn.microsoft.com, "point-in-time-restore-overview". */
const restore: Rule = ({ inputs }) =>
    refuseIf(
        isOn(inputs, "restorePolicy.enabled") &&
            !(
                isOn(inputs, "isVersioningEnabled") &&
                isOn(inputs, "changeFeed.enabled") &&
                isOn(inputs, "deleteRetentionPolicy.enabled")
            ),
        "InvalidRequestPropertyValue",
        "The restore policy requires versioning, change feed and blob soft delete.",
    );

const softDelete: Rule = ({ inputs }) =>
    refuseAny(["deleteRetentionPolicy", "containerDeleteRetentionPolicy"], (policy) =>
        refuseOutside(
            numberAt(inputs, `${policy}.days`),
            [1, 365],
            "InvalidRequestPropertyValue",
            `The days of ${policy}`,
        ),
    );

/** The archive tier is of accounts without zone redundancy (learn.microsoft.com, "access-tiers-overview"). */
const archiveTier: Rule = (attempt) =>
    refuseAny(itemsAt(attempt.inputs, "policy.rules"), (rule) => {
        const sku = textAt(accountOf(attempt), "sku.name") ?? "";
        return notAllowed(
            ZONED_SKU.test(sku) &&
                ["baseBlob", "snapshot", "version"].some(
                    (kind) => valueAt(rule, `definition.actions.${kind}.tierToArchive`) !== undefined,
                ),
            "tierToArchive",
            sku,
        );
    });

/** Storage accounts and how long they keep what. */
export const storageRules: Rules = {
    [ACCOUNT]: [minimumTls, immutability, flatNames, redundancy, keyIdentity],
    "azure-native:storage:BlobServiceProperties": [versions, restore, softDelete],
    "azure-native:storage:ManagementPolicy": [archiveTier],
    "azure-native:network:FlowLog": [
        ({ inputs }) =>
            refuseOutside(
                numberAt(inputs, "retentionPolicy.days"),
                [0, 365],
                "BadRequest",
                "The retention days of a flow log",
            ),
    ],
};
