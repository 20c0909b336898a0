/** The programs that the tests run, by the name of their file. */
export type Program = "mariadbd" | "mariadb" | "nginx" | "xmllint" | (typeof POPPLER)[number];

/** What reads PDF documents: their text, their facts, their fonts, their pages as images. */
const POPPLER = ["pdftotext", "pdfinfo", "pdffonts", "pdftoppm"] as const;

/** Debian packages that are extracted together into one tree, with the C library that they were built for. */
export interface Packages {
    readonly name: string;
    readonly suites: readonly Suite[];
    /** Packages to have with all that they need. */
    readonly packages: readonly string[];
    /** Packages of which only files are wanted, not what the whole of them would need. */
    readonly alone: readonly string[];
}

/** Packages of which programs are run. */
export interface PackageSet extends Packages {
    readonly programs: Readonly<Partial<Record<Program, ProgramFile>>>;
}

export interface Suite {
    readonly archive: Archive;
    readonly suite: string;
}

/** The archives of Debian, by the last part of their addresses. */
export type Archive = "debian" | "debian-security";

export interface ProgramFile {
    /** Path in the tree. */
    readonly file: string;
    /** What makes it print its version. */
    readonly versionOption: string;
    /** The version that it must print. */
    readonly version: RegExp;
    /** What it needs to find its own files, to be given after the arguments of its user. */
    readonly options: (tree: Tree) => readonly string[];
}

/** Where an extracted set lies. */
export interface Tree {
    readonly root: string;
    /** The folder of its shared libraries. */
    readonly libraries: string;
}

export const BOOKWORM: readonly Suite[] = [
    { archive: "debian", suite: "bookworm" },
    { archive: "debian-security", suite: "bookworm-security" },
];

// A pool keeps no package for ever: each security update replaces the one before. So the series is pinned and apt
// checks Debian's signature. trixie keeps MariaDB 11.8, the deployed series, for its whole life; nginx only grows in
// forky, whose 1.30 is the first in Debian after 1.27.3, which brought `server … resolve` to open-source nginx.
export const PACKAGE_SETS: readonly PackageSet[] = [
    {
        name: "mariadb",
        suites: [
            { archive: "debian", suite: "trixie" },
            { archive: "debian-security", suite: "trixie-security" },
        ],
        packages: ["mariadb-server-core", "mariadb-client-core"],
        // The plugins for encryption and audit; mariadb-dump.
        alone: ["mariadb-server", "mariadb-client"],
        programs: {
            mariadbd: {
                file: "usr/sbin/mariadbd",
                versionOption: "--version",
                version: /\b11\.8\.\d+-MariaDB\b/,
                options: ({ root }) => [
                    `--basedir=${root}/usr`,
                    `--lc-messages-dir=${root}/usr/share/mariadb`,
                    `--character-sets-dir=${root}/usr/share/mariadb/charsets`,
                    `--plugin-dir=${root}/usr/lib/mysql/plugin`,
                ],
            },
            mariadb: {
                file: "usr/bin/mariadb",
                versionOption: "--version",
                version: /\b11\.8\.\d+-MariaDB\b/,
                options: ({ root, libraries }) => [
                    `--character-sets-dir=${root}/usr/share/mariadb/charsets`,
                    `--plugin-dir=${libraries}/libmariadb3/plugin`,
                ],
            },
        },
    },
    {
        name: "nginx",
        suites: [{ archive: "debian", suite: "forky" }],
        packages: ["nginx"],
        alone: [],
        programs: {
            nginx: {
                file: "usr/sbin/nginx",
                versionOption: "-v",
                version: /\bnginx\/1\.(?:2[89]|[3-9]\d)\.\d+/,
                options: () => [],
            },
        },
    },
    {
        name: "poppler",
        suites: BOOKWORM,
        packages: ["poppler-utils"],
        alone: [],
        programs: Object.fromEntries(
            POPPLER.map((name) => [
                name,
                {
                    file: `usr/bin/${name}`,
                    versionOption: "-v",
                    version: /\b22\.12\.\d+/,
                    options: () => [],
                },
            ]),
        ),
    },
    {
        name: "xmllint",
        suites: BOOKWORM,
        packages: ["libxml2-utils"],
        alone: [],
        programs: {
            xmllint: {
                file: "usr/bin/xmllint",
                versionOption: "--version",
                version: /\blibxml version 209\d\d/,
                options: () => [],
            },
        },
    },
];
