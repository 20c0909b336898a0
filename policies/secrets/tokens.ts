/** Keys and tokens that their issuers gave a shape of their own, so that they are known whatever the name beside them. */
const TOKENS: readonly RegExp[] = [
    // JSON Web Token with its signature.
    /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,}\.[\w-]{8}/,
    // GitHub, GitLab, npm, Docker Hub, Pulumi, Vault.
    /\bgh[oprsu]_[A-Za-z0-9]{36}/,
    /\bgithub_pat_\w{40}/,
    /\bgl(pat|ptt|rt|dt)-[\w-]{20}/,
    /\bnpm_[A-Za-z0-9]{36}/,
    /\bdckr_[op]at_[\w-]{27}/,
    /\bpul-[\da-f]{40}\b/,
    /\bhv[bs]\.[\w-]{24}/,
    // Slack tokens and incoming webhooks.
    /\bxox[abeoprs]-[\w-]{10,}/,
    /\bhooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/,
    // Access keys of AWS, Google and Stripe, SendGrid.
    /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
    /\bAIza[\w-]{35}/,
    /\b[rs]k_live_\w{16,}/,
    /\bSG\.[\w-]{22}\.[\w-]{43}/,
    // Client secret of Entra ID.
    /(?<![\w~.-])[\w~.-]{3}8Q~[\w~.-]{34}(?![\w~.-])/,
    // Key of 64 bytes (storage account, Cosmos DB); not the digest of an integrity attribute ("sha512-…").
    /(?<![A-Za-z0-9+/-])[A-Za-z0-9+/]{86}==(?!=)/,
];

/** Shortest and longest word that is weighed: shorter ones are too much like names, longer ones are documents. */
const MIN_LENGTH = 20;
const MAX_LENGTH = 128;

/** Shortest part of a word without a separator: names and versions are made of shorter ones ("VM-SQL01-Prod-Z1"). */
const MIN_PART = 16;

/** Bits a character: 16 random characters of base64 have some 3.8, and words of a language under 3.3. */
const MIN_ENTROPY = 3.3;

/** Part of neighbours of different kinds: some 0.6 in random base64, under 0.3 in names in camel case. */
const MIN_CHANGES = 0.4;

/** What starts like a digest, a path, an ETag, an image (PNG, JPEG, GIF) or a public SSH key, or has a UUID in it. */
const PUBLIC =
    /^(sha\d+[:-]|\/|0x|iVBORw0KGgo|R0lGOD|AAAA[BCE].NzaC1|AAAAE2VjZHNh)|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i;

/** Whether a text holds a key or token of a known shape. */
export function carriesToken(text: string): boolean {
    return TOKENS.some((token) => token.test(text));
}

/**
 * Whether a text is one word that looks drawn at random, as generated passwords and keys do. Digests, ids, git
 * revisions, versions and host names are not: they do without one of lower case, upper case and digits, are made of
 * short parts, or say what they are.
 */
export function looksRandom(text: string): boolean {
    return (
        text.length >= MIN_LENGTH &&
        text.length <= MAX_LENGTH &&
        /^[A-Za-z0-9+/_~.!@#%^*-]+={0,2}$/.test(text) &&
        !PUBLIC.test(text) &&
        text.split(/[-_.]/).some(isRandomPart)
    );
}

function isRandomPart(part: string): boolean {
    return (
        part.length >= MIN_PART &&
        [/[a-z]/, /[A-Z]/, /[0-9]/].every((kind) => kind.test(part)) &&
        entropy(part) >= MIN_ENTROPY &&
        changes(part) >= MIN_CHANGES
    );
}

/** Shannon's entropy, in bits a character. */
function entropy(text: string): number {
    const counts = new Map<string, number>();
    for (const character of text) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    return [...counts.values()].reduce((sum, count) => {
        const share = count / text.length;
        return sum - share * Math.log2(share);
    }, 0);
}

/** Part of the neighbouring characters that are not of one kind. */
function changes(text: string): number {
    const kinds = Array.from(text, (character) =>
        [/[a-z]/, /[A-Z]/, /[0-9]/].findIndex((kind) => kind.test(character)),
    );
    return kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length / (text.length - 1);
}
