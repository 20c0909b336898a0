import type * as pulumi from "@pulumi/pulumi";

/** The one way from the nodes and the runners to the Internet. */
export interface Egress {
    /** Public address that the outside world sees. */
    readonly address: pulumi.Output<string | undefined>;

    /** What AKS calls this way; it then makes none of its own. */
    readonly outboundType: "userDefinedRouting" | "userAssignedNATGateway";

    /** What leads a subnet there. */
    readonly way: SubnetWay;
}

/** The properties of a subnet that lead it out. */
export interface SubnetWay {
    readonly routeTable?: { readonly id: pulumi.Output<string> };
    readonly natGateway?: { readonly id: pulumi.Output<string> };
}
