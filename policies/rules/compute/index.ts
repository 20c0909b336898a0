export { diskExportBlocked } from "./disk-export-blocked";
export { managedDiskCustomerKey } from "./managed-disk-customer-key";
export { virtualMachineEncryptionAtHost } from "./virtual-machine-encryption-at-host";
export { virtualMachineNoPassword } from "./virtual-machine-no-password";
export { virtualMachineNoPublicIp } from "./virtual-machine-no-public-ip";
export { virtualMachineTrustedLaunch } from "./virtual-machine-trusted-launch";
