export { envNoPlainSecret } from "./env-no-plain-secret";
export { metadataNoPlainSecret } from "./metadata-no-plain-secret";
export { randomSecretStrong } from "./random-secret-strong";
export { secretDataDeclaredSecret } from "./secret-data-declared-secret";
export { tlsKeyStrong } from "./tls-key-strong";
export { webAppNoPlainSetting } from "./web-app-no-plain-setting";
