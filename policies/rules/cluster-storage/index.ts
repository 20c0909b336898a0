export { certificateIssuerTrusted } from "./certificate-issuer-trusted";
export { certificateKeyStrong } from "./certificate-key-strong";
export { persistentVolumeManaged } from "./persistent-volume-managed";
export { storageClassCustomerKey } from "./storage-class-customer-key";
export { volumeSnapshotRetained } from "./volume-snapshot-retained";
export { webhookFailsClosed } from "./webhook-fails-closed";
