/** Azure's built-in roles by their ids, which are the same in every tenant; those that this platform gives. */
const NAMES: ReadonlyMap<string, string> = new Map(
    Object.entries({
        "12338af0-0e69-4776-bea7-57ae8d297424": "Key Vault Crypto User",
        "4633458b-17de-408a-b874-0445c86b69e6": "Key Vault Secrets User",
        "4a9ae827-6dc8-4573-8ac7-8239d42aa03f": "Tag Contributor",
        "7f951dda-4ed3-4680-a7ca-43fe172d538d": "AcrPull",
        "acdd72a7-3385-48ef-bd42-f606fba81ae7": "Reader",
        "ba92f5b4-2d11-453d-a403-e96b0029c9fe": "Storage Blob Data Contributor",
        "e147488a-f6f5-4113-8e2d-b22465e65bf6": "Key Vault Crypto Service Encryption User",
        "f1a07417-d97a-45cb-824c-7a7467783830": "Managed Identity Operator",
    }),
);

/** The name of a built-in role; the id itself of another. */
export function roleName(id: string): string {
    return NAMES.get(id) ?? id;
}
