import type { Refusal } from "./refusals";

const network = "audioprothese-plus:network";

/** Address ranges that are refused, alone or beside one another. */
export const REFUSED_RANGES: readonly Refusal[] = [
    [
        "a range with host bits",
        [network, { addressSpace: "10.40.0.1/16" }],
        [
            `${network}.addressSpace: expected a private IPv4 range that starts on its own boundary, such as 10.40.0.0/22, got "10.40.0.1/16"`,
        ],
    ],
    [
        "a range of public addresses",
        [network, { podCidr: "52.0.0.0/14" }],
        [
            `${network}.podCidr: expected a private IPv4 range that starts on its own boundary, such as 10.40.0.0/22, got "52.0.0.0/14"`,
        ],
    ],
    [
        "an address without a prefix",
        [network, { nodesSubnet: "10.40.0.0" }],
        [
            `${network}.nodesSubnet: expected a private IPv4 range that starts on its own boundary, such as 10.40.0.0/22, got "10.40.0.0"`,
        ],
    ],
    [
        "a subnet outside the virtual network",
        [network, { endpointsSubnet: "10.50.4.0/26" }],
        [
            `${network}.endpointsSubnet: expected a range inside addressSpace (10.40.0.0/16), got "10.50.4.0/26"`,
        ],
    ],
    [
        "subnets that overlap",
        [network, { endpointsSubnet: "10.40.2.0/26" }],
        [
            `${network}.endpointsSubnet: expected a range apart from nodesSubnet (10.40.0.0/22), got "10.40.2.0/26"`,
        ],
    ],
    [
        "pods in the virtual network",
        [network, { podCidr: "10.0.0.0/8" }],
        [`${network}.podCidr: expected a range apart from addressSpace (10.40.0.0/16), got "10.0.0.0/8"`],
    ],
    [
        "services among the pods, under their DNS address too",
        [network, { serviceCidr: "172.16.0.0/20" }],
        [
            `${network}.serviceCidr: expected a range apart from podCidr (172.16.0.0/14), got "172.16.0.0/20"`,
            `${network}.dnsServiceIp: expected an address of serviceCidr (172.16.0.0/20) other than its first two and its last, got "192.168.0.10"`,
        ],
    ],
    [
        "services in the virtual network",
        [network, { serviceCidr: "10.40.64.0/20", dnsServiceIp: "10.40.64.10" }],
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
                nodesSubnet: "192.168.0.0/22",
                endpointsSubnet: "192.168.4.0/26",
                serviceCidr: "10.0.0.0/12",
                dnsServiceIp: "10.0.0.10",
            },
        ],
        [`${network}.serviceCidr: expected a range from /13 to /24, got "10.0.0.0/12"`],
    ],
    [
        "too few addresses for the nodes and Azure's five",
        [network, { nodesSubnet: "10.40.0.0/29" }],
        [`${network}.nodesSubnet: expected at least 15 addresses for 9 nodes, got "10.40.0.0/29"`],
    ],
    [
        "too few addresses for the private endpoints",
        [network, { endpointsSubnet: "10.40.4.0/30" }],
        [`${network}.endpointsSubnet: expected at least 8 addresses, got "10.40.4.0/30"`],
    ],
    [
        "less than a /24 of pods a node",
        [network, { podCidr: "172.16.0.0/22" }],
        [`${network}.podCidr: expected a /24 for each of 9 nodes, got "172.16.0.0/22"`],
    ],
    [
        "the address of the cluster's API as DNS address",
        [network, { dnsServiceIp: "192.168.0.1" }],
        [
            `${network}.dnsServiceIp: expected an address of serviceCidr (192.168.0.0/20) other than its first two and its last, got "192.168.0.1"`,
        ],
    ],
    [
        "the first address of the services as DNS address",
        [network, { dnsServiceIp: "192.168.0.0" }],
        [
            `${network}.dnsServiceIp: expected an address of serviceCidr (192.168.0.0/20) other than its first two and its last, got "192.168.0.0"`,
        ],
    ],
    [
        "the last address of the services as DNS address",
        [network, { dnsServiceIp: "192.168.15.255" }],
        [
            `${network}.dnsServiceIp: expected an address of serviceCidr (192.168.0.0/20) other than its first two and its last, got "192.168.15.255"`,
        ],
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
        [network, { serviceCidr: "172.31.0.0/20", dnsServiceIp: "172.31.0.10" }],
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
                nodesSubnet: "172.30.0.0/22",
                endpointsSubnet: "172.30.4.0/26",
            },
        ],
        [
            `${network}.addressSpace: expected a range apart from 172.30.0.0/15, which AKS keeps, got "172.30.0.0/16"`,
        ],
    ],
    [
        "a DNS address that is none",
        [network, { dnsServiceIp: "192.168.0.256" }],
        [`${network}.dnsServiceIp: expected an IPv4 address, got "192.168.0.256"`],
    ],
];
