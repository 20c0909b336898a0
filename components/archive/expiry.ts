/** After how many days blobs of which types go, and what they were before. */
export interface ExpiryArgs {
    readonly blobTypes: readonly ("appendBlob" | "blockBlob")[];
    readonly days: number;
    readonly versionDays: number;
}

/** The rule of an account that personal data is kept no longer than its purpose asks (article 5(1)(e) of the GDPR). */
export const expiry = ({ blobTypes, days, versionDays }: ExpiryArgs) => ({
    name: "expiry",
    type: "Lifecycle",
    enabled: true,
    definition: {
        filters: { blobTypes: [...blobTypes] },
        actions: {
            baseBlob: { delete: { daysAfterModificationGreaterThan: days } },
            version: { delete: { daysAfterCreationGreaterThan: versionDays } },
        },
    },
});
