export { diskCustomerKey } from "./disk-customer-key";
export { storageAccountCustomerKey } from "./storage-account-customer-key";
export { storageAccountNoSharedKey } from "./storage-account-no-shared-key";
export { storageAccountNotPublic } from "./storage-account-not-public";
export { storageAccountTls } from "./storage-account-tls";
export { storageArchiveImmutable } from "./storage-archive-immutable";
export { storageContainerRecoverable } from "./storage-container-recoverable";
