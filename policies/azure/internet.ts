/** Service tags and wildcards that stand for the Internet. */
const WILDCARDS: readonly string[] = ["*", "any", "internet"];

/** Any customer of Azure, everywhere or in a region ("AzureCloud.westeurope"). */
const AZURE_TAG = "azurecloud";

/** Whether an address, range or service tag, in lower case, is a wildcard or so wide that it can only mean the Internet. */
export function isInternet(source: string): boolean {
    const [address = "", bits] = source.split("/");
    const widest = address.includes(":") ? 16 : 8;
    const tagged = WILDCARDS.includes(source) || source.startsWith(AZURE_TAG);
    return tagged || source.startsWith("0.0.0.0-") || (bits !== undefined && !(Number(bits) >= widest));
}
