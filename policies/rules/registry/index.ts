export { containerRegistryCustomerKey } from "./container-registry-customer-key";
export { containerRegistryImagesControlled } from "./container-registry-images-controlled";
export { containerRegistryPrivate } from "./container-registry-private";
