import fc from "fast-check";

/** A text that identifies somebody or lets somebody in, and what must be left of it. */
export interface Identifier {
    readonly kind: "nir" | "email" | "phone" | "token";
    readonly text: string;
    readonly masked: string;
}

const digits = (count: number) =>
    fc.integer({ min: 0, max: 10 ** count - 1 }).map((number) => number.toString().padStart(count, "0"));

const MONTHS = [...range(1, 12), ...range(20, 42), ...range(50, 99)];

function range(first: number, last: number): number[] {
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const twoDigits = (number: number) => number.toString().padStart(2, "0");

/** The first 13 characters, in their groups: sex, year, month, department, commune, order. */
const groups = fc.tuple(
    fc.constantFrom("1", "2", "3", "4", "7", "8"),
    digits(2),
    fc.constantFrom(...MONTHS.map(twoDigits)),
    fc.oneof(
        { weight: 8, arbitrary: digits(2) },
        { weight: 1, arbitrary: fc.constantFrom("2A", "2B", "2a", "2b") },
    ),
    digits(3),
    digits(3),
);

/** The key of INSEE's definition: 97 less the remainder by 97, where 2A counts as 19 and 2B as 18. */
export function keyOf(number: string): number {
    const whole = BigInt(number.replace(/2a/i, "19").replace(/2b/i, "18"));
    return 97 - Number(whole % 97n);
}

const SEPARATORS = [
    "",
    " ",
    "  ",
    "\u00a0",
    "\u202f",
    ".",
    "-",
    "/",
    "_",
    "%20",
    "%C2%A0",
    "+",
    "\\u00a0",
    "\u2011",
];

/** Before the key too, as in "157 / 80". */
const KEY_SEPARATORS = [
    "",
    " ",
    " / ",
    "/",
    "-",
    " - ",
    " (",
    " clé ",
    " - Cle : ",
    '","cle":"',
    " cl\\u00e9=",
];

/** Numbers in every spelling, with the key that `shift` away from the right one. */
const spelled = (shift: fc.Arbitrary<number>) =>
    fc
        .tuple(groups, fc.constantFrom(...SEPARATORS), fc.option(fc.constantFrom(...KEY_SEPARATORS)), shift)
        .map(([parts, separator, beforeKey, away]) => {
            const key = ((keyOf(parts.join("")) - 1 + away) % 97) + 1;
            return `${parts.join(separator)}${beforeKey ?? separator}${twoDigits(key)}`;
        });

export const nir: fc.Arbitrary<Identifier> = spelled(fc.constant(0)).map((text) => ({
    kind: "nir",
    text,
    masked: "[NIR]",
}));

/** What only looks like a number: its key is another's. */
export const falseNir: fc.Arbitrary<string> = spelled(fc.integer({ min: 1, max: 96 }));

/** 13 characters without a key, after the word that says what they are. */
export const namedNir: fc.Arbitrary<Identifier> = fc
    .tuple(
        fc.constantFrom(
            "NIR : ",
            "nir=",
            "n° INS ",
            "Numéro de sécurité sociale ",
            '"ssn":"',
            "patientNir=",
            "nir_",
            "N° S.S. : ",
            "n°ss ",
            "no secu ",
        ),
        groups,
        fc.constantFrom("", " ", "\u00a0", "."),
    )
    .map(([name, parts, separator]) => ({
        kind: "nir",
        text: `${name}${parts.join(separator)}`,
        masked: `${name}[NIR]`,
    }));

const letters = "abcdefghijklmnopqrstuvwxyz";
const word = (alphabet: string, min: number, max: number) =>
    fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), minLength: min, maxLength: max });
const ALPHANUMERIC = `${letters}${letters.toUpperCase()}0123456789`;

export const email: fc.Arbitrary<Identifier> = fc
    .tuple(
        fc.array(word(`${letters}0123456789`, 1, 8), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(".", "-", "_", "+"),
        fc.constantFrom("@", "@", "@", "%40", "%2540", "&#x40;", "&#64;", "\\u0040"),
        word(letters, 2, 10),
        fc.constantFrom(".example", ".fr", ".mssante.fr", "-sante.example.org", ".ch-ville.fr"),
    )
    .map(([local, joint, at, host, end]) => ({
        kind: "email",
        text: `${local.join(joint)}${at}${host}${end}`,
        masked: "[ADRESSE]",
    }));

/** The part after the prefix: one digit, then four pairs. */
const line = fc.tuple(
    fc.constantFrom(...Array.from("123456789")),
    fc.tuple(digits(2), digits(2), digits(2), digits(2)),
);

export const phone: fc.Arbitrary<Identifier> = fc
    .tuple(
        fc.constantFrom(
            "0",
            "+33",
            "0033",
            "+33 ",
            "0033 ",
            "+33(0)",
            "+33 (0)",
            "+33) ",
            "(0)",
            "%2B33",
            "+262",
            "+590 ",
            "+594",
            "00596",
        ),
        line,
        fc.constantFrom("", " ", ".", "-", "\u00a0", "\u202f", "/", "%20"),
    )
    .map(([prefix, [first, pairs], separator]) => ({
        kind: "phone",
        text: `${prefix}${[first, ...pairs].join(separator)}`,
        masked: "[TELEPHONE]",
    }));

const secret = word(`${ALPHANUMERIC}-_.!~`, 6, 30);
const token = word(`${ALPHANUMERIC}-_`, 20, 60);

/** What introduces a secret, and what a closing mark ends it. */
const SETTINGS = [
    "password=",
    "pwd=",
    '"password":"',
    "motDePasse=",
    "client_secret=",
    "api_key: ",
    "access_token=",
    "JSESSIONID=",
    ";jsessionid=",
    "grafana_session=",
    "AccountKey=",
    "?sv=2024-11-04&sig=",
] as const;

export const secretToken: fc.Arbitrary<Identifier> = fc.oneof(
    token.map((text): Identifier => ({ kind: "token", text: `Bearer ${text}`, masked: "Bearer [JETON]" })),
    token.map((text): Identifier => ({
        kind: "token",
        text: `bearer%20${text}`,
        masked: "bearer%20[JETON]",
    })),
    fc
        .tuple(token, token, token)
        .map((parts): Identifier => ({ kind: "token", text: `eyJ${parts.join(".")}`, masked: "[JETON]" })),
    fc.tuple(fc.constantFrom(...SETTINGS), secret).map(([name, value]): Identifier => {
        const end = name.endsWith('"') ? '"' : "";
        const kept = name.endsWith('"') ? name.slice(0, -1) : name;
        return { kind: "token", text: `${name}${value}${end}`, masked: `${kept}[JETON]` };
    }),
    fc.tuple(word(letters, 3, 8), secret).map(([user, password]): Identifier => ({
        kind: "token",
        text: `mysql://${user}:${password.replaceAll("@", "")}@mariadb/openmrs`,
        masked: `mysql://${user}:[JETON]@mariadb/openmrs`,
    })),
    secret.map((text): Identifier => ({
        kind: "token",
        text: `IDENTIFIED BY '${text}'`,
        masked: "IDENTIFIED BY [JETON]",
    })),
);

/** A password may hold its marks. */
function hl7(all: readonly string[]): string {
    return `PID|||${all.join("^^^~")}^^^`;
}

/** Lines of every kind of program, around what they tell. */
const LINES: readonly ((identifiers: readonly string[]) => string)[] = [
    (all) => `Dossier de ${all.join(" et de ")} ouvert`,
    (all) =>
        `INFO - PatientServiceImpl.savePatient(214) |2026-11-21T10:03:12,114| ${all.join(" ; ")} : enregistré`,
    (all) => `{"level":"info","msg":"créé","champs":[${all.map((each) => `{"v":'${each}'}`).join(",")}]}`,
    (all) =>
        `10.244.3.17 [2026-11-21T10:03:12+00:00] "GET /openmrs/ws/rest/v1/patient?${all.map((each, index) => `q${"abc"[index] ?? ""}=${each}`).join("&")}" 200 512`,
    hl7,
    (all) =>
        `20261121 10:03:12,mariadb-0,openmrs,10.244.3.9,71,1204,QUERY,openmrs,'select "${all.join('", "')}"',0`,
    (all) => `<valeur>${all.join("</valeur><valeur>")}</valeur>`,
    (all) => all.join("\n"),
];

export interface IdentifierLine {
    readonly line: string;
    readonly masked: string;
    readonly identifiers: readonly Identifier[];
}

export const identifier = fc.oneof(
    { weight: 4, arbitrary: nir },
    { weight: 1, arbitrary: namedNir },
    { weight: 2, arbitrary: email },
    { weight: 2, arbitrary: phone },
    { weight: 2, arbitrary: secretToken },
);

/** A line of some program with identifiers, one to three. */
export const lineOf = (one: fc.Arbitrary<Identifier>): fc.Arbitrary<IdentifierLine> =>
    fc
        .tuple(fc.constantFrom(...LINES), fc.array(one, { minLength: 1, maxLength: 3 }))
        .filter(([write, identifiers]) => write !== hl7 || identifiers.every(({ kind }) => kind !== "token"))
        .map(([write, identifiers]) => ({
            line: write(identifiers.map(({ text }) => text)),
            masked: write(identifiers.map(({ masked }) => masked)),
            identifiers,
        }));

/** A line with numbers whose key is another's. */
export const falseLine: fc.Arbitrary<string> = fc
    .tuple(fc.constantFrom(...LINES), fc.array(falseNir, { minLength: 1, maxLength: 3 }))
    .map(([write, numbers]) => write(numbers));
