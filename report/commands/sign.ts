import { createPublicKey } from "node:crypto";
import { fingerprint } from "../evidence/dsse";
import { SIGNATURE } from "../evidence/names";
import { signFolder } from "../evidence/sign-folder";
import { keyFrom, languageFrom } from "../options";
import { notation } from "../words/language";
import { COMMON, parse, required, type Subcommand } from "./subcommand";

const usage = {
    fr: `Usage : npm run report -- sign DOSSIER --key CLÉ.pem [--lang fr|en]

Signe un rapport publié : écrit ${SIGNATURE} dans son dossier, qui doit être intact et sans signature.

  --key CLÉ.pem  clé privée Ed25519 au format PEM ; sa phrase secrète vient de la variable
                 AUDIOPROTHESE_SIGNING_PASSPHRASE

Code de sortie : 0 signé ; 2 signature impossible.`,
    en: `Usage: npm run report -- sign FOLDER --key KEY.pem [--lang fr|en]

Signs a published report: writes ${SIGNATURE} into its folder, which must be whole and without signature.

  --key KEY.pem  Ed25519 private key in PEM format; its passphrase comes from the variable
                 AUDIOPROTHESE_SIGNING_PASSPHRASE

Exit code: 0 signed; 2 could not sign.`,
};

export const signCommand: Subcommand = {
    usage,
    async run(args, console) {
        const { values, positionals } = parse(args, { ...COMMON, key: { type: "string" } }, 1, usage);
        const [path = ""] = positionals;
        const language = languageFrom(values.lang);
        const key = keyFrom(required(values.key, args, usage), "--key", language);
        const folder = await signFolder(path, key, language);
        const id = fingerprint(createPublicKey(key));
        console.print(
            notation(language).typeset(
                language === "fr" ? `${folder} : signé par la clé ${id}` : `${folder}: signed by key ${id}`,
            ),
        );
        return 0;
    },
};
