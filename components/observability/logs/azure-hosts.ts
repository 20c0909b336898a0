import type { Connection } from "../../kubernetes/flows";

/** Name of a storage account's blobs. */
export const blobHost = (accountName: string) => `${accountName}.blob.core.windows.net`;

/** What a workload needs that writes to a storage account under its own identity. The purpose is in French. */
export const blobConnections = (accountName: string, purpose: string): readonly Connection[] => [
    { to: { host: blobHost(accountName), port: 443 }, purpose },
    {
        to: { host: "login.microsoftonline.com", port: 443 },
        purpose: "Échanger le jeton du compte de service contre un jeton d’Entra",
    },
];
