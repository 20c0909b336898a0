/** A rule of a security group, in Azure's words. */
export interface SecurityRule {
    readonly name: string;
    readonly description: string;
    readonly priority: number;
    readonly direction: "Inbound" | "Outbound";
    readonly access: "Allow" | "Deny";
    readonly protocol: "Tcp" | "*";
    readonly sourceAddressPrefix?: string;
    readonly sourceAddressPrefixes?: string[];
    readonly sourcePortRange: "*";
    readonly destinationAddressPrefix?: string;
    readonly destinationAddressPrefixes?: string[];
    readonly destinationPortRange?: string;
    readonly destinationPortRanges?: string[];
}

/** One or several of Azure's ranges or service tags; or of ports. */
type Values = string | readonly string[];

/** What a rule lets through: TCP from everywhere, to all that the group guards, on all ports, unless it says otherwise. */
export interface Opening {
    readonly name: string;
    /** Read by Azure's administrators; at most 140 characters. */
    readonly description: string;
    readonly from?: Values;
    readonly to?: Values;
    readonly protocol?: SecurityRule["protocol"];
    readonly ports?: Values;
}

/** The last that Azure leaves to its customers. */
const LAST_PRIORITY = 4096;

/** These openings, then a wall: by its own default Azure lets all of the network in. */
export function inbound(openings: readonly Opening[]): SecurityRule[] {
    return [
        ...openings.map((opening, index) => rule(opening, "Inbound", index)),
        {
            ...rule(
                {
                    name: "deny-inbound",
                    description: "Tout le reste est refusé, y compris ce qui vient d’un autre sous-réseau.",
                    protocol: "*",
                },
                "Inbound",
                0,
            ),
            priority: LAST_PRIORITY,
            access: "Deny",
        },
    ];
}

export const outbound = (openings: readonly Opening[]): SecurityRule[] =>
    openings.map((opening, index) => rule(opening, "Outbound", index));

function rule(
    { name, description, from = "*", to = "*", protocol = "Tcp", ports = "*" }: Opening,
    direction: SecurityRule["direction"],
    index: number,
): SecurityRule {
    return {
        name,
        description,
        priority: 100 + 10 * index,
        direction,
        access: "Allow",
        protocol,
        ...(isOne(from) ? { sourceAddressPrefix: from } : { sourceAddressPrefixes: [...from] }),
        sourcePortRange: "*",
        ...(isOne(to) ? { destinationAddressPrefix: to } : { destinationAddressPrefixes: [...to] }),
        ...(isOne(ports) ? { destinationPortRange: ports } : { destinationPortRanges: [...ports] }),
    };
}

const isOne = (values: Values): values is string => typeof values === "string";
