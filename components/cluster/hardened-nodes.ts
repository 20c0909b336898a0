/** Nodes that an upgrade adds to a pool, in percent of it, rounded up. */
export const SURGE_PERCENT = 33;

/** Settings that every node has, whatever its pool. */
export const HARDENED_NODES = {
    // The configuration lets in regions that have these three.
    availabilityZones: ["1", "2", "3"],
    type: "VirtualMachineScaleSets",
    osType: "Linux",
    osSKU: "AzureLinux",
    // The machine's own disk, so that nothing of a node outlives it; 64 GiB fit on it from D2ds sizes (75 GiB) on.
    osDiskType: "Ephemeral",
    osDiskSizeGB: 64,
    enableEncryptionAtHost: true,
    enableNodePublicIP: false,
    securityProfile: { enableSecureBoot: true, enableVTPM: true, sshAccess: "Disabled" },
    upgradeSettings: {
        maxSurge: `${SURGE_PERCENT.toString()}%`,
        drainTimeoutInMinutes: 30,
        // A node that cannot be drained is put aside, and the others still get their upgrade.
        undrainableNodeBehavior: "Cordon",
    },
};
