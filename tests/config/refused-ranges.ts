import type { Refusal } from "./refusals";

const network = "audioprothese-plus:network";

/** Address ranges that are refused, alone or beside one another. */
export const REFUSED_RANGES: readonly Refusal[] = [
    [
        "a range with host bits",
        [network, { addressSpace: "10.40.0.1/16" }],
        [
            `${network}.addressSpace: expected a private IPv4 range that starts on its own boundary, such as 10.40.0.0/16, got "10.40.0.1/16"`,
        ],
    ],
    [
        "a range of public addresses",
        [network, { podCidr: "52.0.0.0/14" }],
        [
            `${network}.podCidr: expected a private IPv4 range that starts on its own boundary, such as 10.40.0.0/16, got "52.0.0.0/14"`,
        ],
    ],
    [
        "pods in the virtual network",
        [network, { podCidr: "10.0.0.0/8" }],
        [`${network}.podCidr: expected a range apart from addressSpace (10.40.0.0/16), got "10.0.0.0/8"`],
    ],
    [
        "services among the pods",
        [network, { serviceCidr: "172.16.0.0/20" }],
        [`${network}.serviceCidr: expected a range apart from podCidr (172.16.0.0/14), got "172.16.0.0/20"`],
    ],
    [
        "services in the virtual network",
        [network, { serviceCidr: "10.40.64.0/20" }],
        [
            `${network}.serviceCidr: expected a range apart from addressSpace (10.40.0.0/16), got "10.40.64.0/20"`,
        ],
    ],
    [
        "a service range that Azure finds too large",
        [
            network,
            {
                addressSpace: "192.168.0.0/16",
                serviceCidr: "10.0.0.0/12",
            },
        ],
        [`${network}.serviceCidr: expected a range from /13 to /24, got "10.0.0.0/12"`],
    ],
    [
        "less than a /24 of pods a node",
        [network, { podCidr: "172.16.0.0/22" }],
        [`${network}.podCidr: expected a /24 for each of 14 nodes, got "172.16.0.0/22"`],
    ],
    [
        "a service range with too few addresses",
        [network, { serviceCidr: "192.168.0.0/25" }],
        [`${network}.serviceCidr: expected a range from /13 to /24, got "192.168.0.0/25"`],
    ],
    [
        "pods where AKS keeps addresses for itself",
        [network, { podCidr: "172.28.0.0/14" }],
        [
            `${network}.podCidr: expected a range apart from 172.30.0.0/15, which AKS keeps, got "172.28.0.0/14"`,
        ],
    ],
    [
        "services where AKS keeps addresses for itself",
        [network, { serviceCidr: "172.31.0.0/20" }],
        [
            `${network}.serviceCidr: expected a range apart from 172.30.0.0/15, which AKS keeps, got "172.31.0.0/20"`,
        ],
    ],
    [
        "a virtual network where AKS keeps addresses for itself",
        [
            network,
            {
                addressSpace: "172.30.0.0/16",
            },
        ],
        [
            `${network}.addressSpace: expected a range apart from 172.30.0.0/15, which AKS keeps, got "172.30.0.0/16"`,
        ],
    ],
    [
        "an address without a prefix",
        [network, { addressSpace: "10.40.0.0" }],
        [
            `${network}.addressSpace: expected a private IPv4 range that starts on its own boundary, such as 10.40.0.0/16, got "10.40.0.0"`,
        ],
    ],
    [
        "a virtual network without room for the subnets",
        [network, { addressSpace: "10.40.0.0/22" }],
        [`${network}.addressSpace: expected a range from /8 to /21, to hold the subnets, got "10.40.0.0/22"`],
    ],
    [
        "the shared addresses of a carrier for the virtual network",
        [network, { addressSpace: "100.64.0.0/16" }],
        [
            `${network}.addressSpace: expected a private IPv4 range that starts on its own boundary, such as 10.40.0.0/16, got "100.64.0.0/16"`,
        ],
    ],
    [
        "a range of IPv6",
        [network, { addressSpace: "fd00::/48" }],
        [
            `${network}.addressSpace: expected a private IPv4 range that starts on its own boundary, such as 10.40.0.0/16, got "fd00::/48"`,
        ],
    ],
];
