import { blockSize, rangeSize } from "./address-range";

/** Service tags and wildcards that stand for the Internet. */
const WILDCARDS: readonly string[] = ["*", "any", "internet"];

/** Any customer of Azure, everywhere or in a region ("AzureCloud.westeurope"). */
const AZURE_TAG = "azurecloud";

/** Most addresses that a network of one's own has: a /8 of IPv4, a /16 of IPv6. */
const WIDEST = { ipv4: 2 ** 24, ipv6: 2 ** 112 };

/** Whether an address, range or service tag, in lower case, is a wildcard or so wide that it can only mean the Internet. */
export function isInternet(source: string): boolean {
    const [first = "", last] = source.split("-");
    const size = (last === undefined ? blockSize(source) : rangeSize(first, last)) ?? 0;
    const widest = source.includes(":") ? WIDEST.ipv6 : WIDEST.ipv4;
    return WILDCARDS.includes(source) || source.startsWith(AZURE_TAG) || size > widest;
}
