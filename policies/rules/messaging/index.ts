export { eventWebhookAuthenticated } from "./event-webhook-authenticated";
export { messagingCustomerKey } from "./messaging-customer-key";
export { messagingEntraOnly } from "./messaging-entra-only";
export { messagingKeyRights } from "./messaging-key-rights";
export { messagingNotPublic } from "./messaging-not-public";
export { messagingTlsVersion } from "./messaging-tls-version";
