import { createPublicKey, type KeyObject } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { UserError } from "../../sandbox/user-error";
import type { Language } from "../words/language";

/**
 * An Ed25519 public key from a PEM file.
 *
 * @throws UserError when it is none.
 */
export function publicKeyFrom(file: string, language: Language): KeyObject {
    const refuse = (fr: string, en: string): UserError =>
        new UserError(
            language === "fr"
                ? `--key : attendu une clé publique Ed25519 au format PEM, obtenu « ${file} », ${fr}`
                : `--key: expected an Ed25519 public key in PEM format, got "${file}", ${en}`,
        );
    if (!existsSync(file)) {
        throw refuse("qui n’existe pas", "which does not exist");
    }
    const pem = readFileSync(file, "utf8");
    if (!pem.includes("-----BEGIN PUBLIC KEY-----")) {
        throw refuse("qui n’en est pas une", "which is none");
    }
    let key: KeyObject;
    try {
        key = createPublicKey(pem);
    } catch {
        throw refuse("illisible", "which cannot be read");
    }
    if (key.asymmetricKeyType !== "ed25519") {
        const type = key.asymmetricKeyType ?? "";
        throw refuse(`une clé ${type}`, `a key of type ${type}`);
    }
    return key;
}
