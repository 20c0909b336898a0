import * as assert from "node:assert/strict";

import { carriesToken, looksRandom } from "../../../policies/secrets/tokens";

const WORD = "a1B2c3D4e5F6g7H8i9J0";

/** Made up, of the shapes that issuers give; put together here so that no scanner takes them for real ones. */
const TOKENS: Readonly<Record<string, string>> = {
    "a signed JSON Web Token": ["eyJhbGciOiJI", "eyJzdWIiOiIx", "c2lnbmF0dXJl"].join("."),
    "a GitHub token": `ghp_${WORD.repeat(2).slice(0, 36)}`,
    "a fine-grained GitHub token": `github_pat_${WORD.repeat(2)}`,
    "a GitLab token": `glpat-${WORD}`,
    "a GitLab trigger token": `glptt-${WORD}`,
    "an npm token": `npm_${WORD.repeat(2).slice(0, 36)}`,
    "a Docker Hub token": `dckr_pat_${WORD.repeat(2).slice(0, 27)}`,
    "a Pulumi token": `pul-${"0123abcdef".repeat(4)}`,
    "a Vault token": `hvs.${WORD}${WORD.slice(0, 4)}`,
    "a Slack token": `xoxb-${WORD}`,
    "a Slack webhook": `https://hooks.slack.com/services/T0/B0/${WORD}`,
    "an AWS key": `AKIA${"A1".repeat(8)}`,
    "a temporary AWS key": `id=ASIA${"A1".repeat(8)};`,
    "a Google key": `AIza${WORD.repeat(2).slice(0, 35)}`,
    "a Stripe key": `sk_live_${WORD}`,
    "a SendGrid key": `SG.${WORD}aa.${WORD.repeat(3).slice(0, 43)}`,
    "an Entra client secret": `abc8Q~${WORD.repeat(2).slice(0, 34)}`,
    "a storage account key": `key ${WORD.repeat(5).slice(0, 86)}==`,
};

const LOOK_ALIKES: Readonly<Record<string, string>> = {
    "a token without signature": "eyJhbGciOiJI.eyJzdWIiOiIx",
    "a word that starts like a key": "AKIAWESOME",
    "a longer word that holds a key's shape": `AKIA${"A1".repeat(9)}`,
    "a name that starts like a token": "pul-openmrs",
    "a longer revision than a token": `pul-${"0123abcdef".repeat(5)}`,
    "an integrity attribute": `sha512-${WORD.repeat(5).slice(0, 86)}==`,
    "longer base64": `${WORD.repeat(5).slice(0, 87)}==`,
    "a certificate": `-----BEGIN CERTIFICATE-----\n${WORD.repeat(3)}\n-----END CERTIFICATE-----`,
    "a git revision": "df7336d1b2c3d4e5f60718293a4b5c6d7e8f9012",
    "a word with a tilde": "abc8Q~short",
};

describe("carriesToken", () => {
    for (const [name, text] of Object.entries(TOKENS)) {
        it(`knows ${name}`, () => {
            assert.equal(carriesToken(text), true);
        });
    }
    for (const [name, text] of Object.entries(LOOK_ALIKES)) {
        it(`lets ${name} pass`, () => {
            assert.equal(carriesToken(text), false);
        });
    }
});

const RANDOM: Readonly<Record<string, string>> = {
    "a word of 20": "q7Rz2Kp9Xw4Lm8Tn3Vb6",
    "a key in base64": "k3Jx9Qm2Lz8Wv5Tn1Rb7Yc4Hd6Fg0Ps=",
    "a password with signs": "x9!Kq2#Lm7@Zt4%Wv8*Rn",
    "a key in URL-safe base64": "kv_q7Rz2Kp9Xw4Lm8Tn-3Vb6",
    "a word of 128": "q7Rz2Kp9Xw4Lm8Tn".repeat(8),
};

const ORDINARY: Readonly<Record<string, string>> = {
    "a word of 19": "q7Rz2Kp9Xw4Lm8Tn3Vb",
    "a word of 129": `${"q7Rz2Kp9Xw4Lm8Tn".repeat(8)}q`,
    "a sentence": "q7Rz2Kp9Xw4 Lm8Tn3Vb6q7R",
    "a digest that says so": "SHA256:q7Rz2Kp9Xw4Lm8Tn3Vb6q7Rz2Kp9Xw4Lm8Tn3Vb6abc",
    "the digest of a file": `sha256-${"q7Rz2Kp9Xw4".repeat(4)}=`,
    "a UUID": "8B0E7C66-2A3B-4C5D-8E9F-0123456789AB",
    "a git revision": "df7336d1b2c3d4e5f60718293a4b5c6d7e8f9012",
    "a word without digits": "qTRzaKpbXwcLmdTneVbf",
    "a word without capitals": "q7rz2kp9xw4lm8tn3vb6",
    "a class": "OpenmrsHibernateSessionFactory2Bean",
    "an ARM id":
        "/subscriptions/8b0e7c66-2a3b-4c5d-8e9f-0123456789ab/resourceGroups/rg-aplus-dev/providers/Microsoft.Network",
    "an address": "https://kv-aplus-DEV01.vault.azure.net/secrets/TLS",
    "a path": "/q7Rz2Kp9Xw4Lm8Tn3Vb6",
    "a name made of a UUID": "k8S-8b0e7c66-2a3b-4c5d-8e9f-0123456789ab-Xw4Lm8Tn3Vb6",
    "a version": "v1.32.4-aks.20250301+Build.7",
    "a machine": "vm-SQL01-Prod-FRC-Z1-A",
    "a group": "MC_rg-Emr-Prod_aks-Emr-01_francecentral",
    "a processor": "Xeon-E5-2690v4-2.6GHz-NVMe-1.9TB",
    "a word whose longest part has 15": "q7Rz2Kp9Xw4Lm8T-q7Rz2K",
    "an ETag": "0x8D9A3b2C1D4e5F6A7B9C",
    "an image": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ",
    "an animated image": "R0lGODlhq7Rz2Kp9Xw4Lm8Tn3Vb6",
    "a public SSH key": "AAAAC3NzaC1lZDI1NTE5AAAAIq7Rz2Kp9Xw4Lm8Tn3Vb6",
    "a public ECDSA key": "AAAAE2VjZHNhLXNoYTIq7Rz2Kp9Xw4Lm8Tn3Vb6",
    "a pattern that repeats itself": "aB1aB1aB1aB1aB1aB1aB1",
};

describe("looksRandom", () => {
    for (const [name, text] of Object.entries(RANDOM)) {
        it(`finds ${name} to look random`, () => {
            assert.equal(looksRandom(text), true);
        });
    }
    for (const [name, text] of Object.entries(ORDINARY)) {
        it(`finds ${name} ordinary`, () => {
            assert.equal(looksRandom(text), false);
        });
    }
});
