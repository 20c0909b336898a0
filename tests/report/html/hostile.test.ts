import * as assert from "node:assert/strict";
import { HtmlValidate } from "html-validate";
import { readRegisters } from "../../../report/registers/registers";
import { HOSTILE, hostileReport } from "../hostile";
import { documentOf, staticOf, textOf } from "./reading";
import { MIXED, report } from "./cases";

const VALIDATOR = new HtmlValidate({
    root: true,
    extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
});

async function faultsOf(html: string): Promise<string[]> {
    const { results } = await VALIDATOR.validateString(html);
    return results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line.toString()} ${ruleId} ${message}`),
    );
}

describe("hostile content in the HTML report", () => {
    for (const language of ["fr", "en"] as const) {
        it(`leaves the page valid (${language})`, async () => {
            assert.deepEqual(await faultsOf(documentOf(hostileReport(), language)), []);
        });

        it(`shows as text (${language})`, () => {
            const html = staticOf(hostileReport(), language);
            const text = textOf(html);

            assert.doesNotMatch(html, /<(?:script|img|b|failure)\b(?! *>\d)/);
            const shown = HOSTILE.filter((hostile) => hostile.length < 1_000).map((hostile) =>
                hostile
                    .replace(
                        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\uffff]|\p{Surrogate}/gu,
                        "\ufffd",
                    )
                    .replace(/\s+/g, " ")
                    .trim(),
            );
            const plain = text.replaceAll(" ", "");
            for (const hostile of shown) {
                assert.ok(plain.includes(hostile.replaceAll(" ", "")), JSON.stringify(hostile));
            }
        });

        it(`reverses no text and controls nothing (${language})`, () => {
            assert.doesNotMatch(
                documentOf(hostileReport(), language),
                /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u,
            );
        });

        it(`links to the web alone (${language})`, () => {
            const targets = [...staticOf(hostileReport(), language).matchAll(/href="([^"]*)"/g)].map(
                ([, target]) => target ?? "",
            );

            assert.ok(targets.length > 100);
            assert.deepEqual(
                targets.filter((target) => !/^(?:#[A-Za-z][\w-]*|https:\/\/example\.org\/\S*)$/.test(target)),
                [],
            );
        });
    }

    it("is cut where it is too long to be read, and says so", () => {
        const long = HOSTILE.find((text) => text.length > 1_000_000) ?? "";
        const characters = (locale: string) => long.length.toLocaleString(locale);

        assert.ok(
            textOf(staticOf(hostileReport())).includes(
                `… (${characters("fr-FR")} caractères)`.replace(/\s/g, " "),
            ),
        );
        assert.ok(textOf(staticOf(hostileReport(), "en")).includes(`… (${characters("en-GB")} characters)`));
        assert.ok(staticOf(hostileReport()).length < 2_000_000);
    });

    it("gives each id once, whatever the ids of rules and requirements", () => {
        const ids = [...staticOf(hostileReport()).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);

        assert.deepEqual([...new Set(ids)], ids);
    });
});

describe("the markup of the HTML report", () => {
    for (const language of ["fr", "en"] as const) {
        it(`is valid (${language})`, async () => {
            const whole = report(MIXED, { registers: readRegisters() });
            assert.deepEqual(await faultsOf(documentOf(whole, language)), []);
            assert.deepEqual(await faultsOf(documentOf(report([]), language)), []);
        });
    }
});
