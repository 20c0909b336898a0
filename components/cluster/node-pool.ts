/** Settings that every node has, whatever its pool. */
export const HARDENED_NODES = {
    // The regions of the platform have these three.
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
    upgradeSettings: { maxSurge: "33%", drainTimeoutInMinutes: 30 },
};
