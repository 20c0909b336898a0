export { containerHardened } from "./container-hardened";
export { containerImageOwnRegistry } from "./container-image-own-registry";
export { containerImagePinned } from "./container-image-pinned";
export { containerResources } from "./container-resources";
export { namespacePodSecurity } from "./namespace-pod-security";
export { podNotPrivileged } from "./pod-not-privileged";
export { workloadServiceAccount } from "./workload-service-account";
