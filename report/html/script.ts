/** Filters the findings, and prints them all whatever the filter; works on the markup of `findings-section.ts`. Plain JavaScript: it runs in the reader's browser. */
export const FILTER = `
"use strict";
(() => {
    const form = document.getElementById("filtre");
    const field = (name) => document.getElementById("filtre-" + name);
    const plain = (text) => text.normalize("NFD").replace(/\\p{M}/gu, "").toLowerCase();
    const rules = [...document.querySelectorAll("article.rule")].map((article) => ({
        article,
        frameworks: article.dataset.frameworks.split(" "),
        severity: article.dataset.severity,
        text: plain(article.querySelector("h3").textContent + " " + article.querySelector(".meta").textContent),
        folds: [...article.querySelectorAll("details")],
        rows: [...article.querySelectorAll("tr[data-verdict]")].map((row) => ({
            row,
            verdict: row.dataset.verdict,
            text: plain(row.textContent),
        })),
    }));
    const total = rules.reduce((sum, rule) => sum + rule.rows.length, 0);
    const format = new Intl.NumberFormat("fr-FR");

    const say = (shown) => {
        const of = " sur " + format.format(total);
        field("compte").textContent = format.format(shown) + (shown < 2 ? " constat affiché" : " constats affichés") + of;
        document.getElementById("fin-compte").textContent = format.format(shown) + (shown < 2 ? " constat" : " constats") + of;
    };

    const apply = () => {
        const words = plain(field("texte").value).split(/\\s+/).filter(Boolean);
        const verdict = field("etat").value;
        const framework = field("referentiel").value;
        const severity = field("criticite").value;
        const filtered = words.length > 0 || verdict !== "";
        let shown = 0;
        for (const rule of rules) {
            const wanted =
                (framework === "" || rule.frameworks.includes(framework)) &&
                (severity === "" || rule.severity === severity);
            let here = 0;
            for (const { row, verdict: own, text } of rule.rows) {
                const kept =
                    wanted &&
                    (verdict === "" || own === verdict) &&
                    words.every((word) => text.includes(word) || rule.text.includes(word));
                row.hidden = !kept;
                here += kept ? 1 : 0;
            }
            for (const part of rule.article.querySelectorAll(".scroll, details")) {
                part.hidden = !part.querySelector("tr[data-verdict]:not([hidden])");
            }
            for (const fold of rule.folds) {
                fold.open = filtered && !fold.hidden;
            }
            rule.article.hidden = here === 0;
            shown += here;
        }
        document.getElementById("aucun-constat").hidden = shown > 0;
        say(shown);
    };

    let folds = [];
    const unfold = () => {
        folds = [...document.querySelectorAll("details")].map((fold) => ({ fold, open: fold.open }));
        for (const { fold } of folds) {
            fold.open = true;
        }
        for (const part of document.querySelectorAll("#constats article[hidden], article [hidden]")) {
            part.hidden = false;
        }
        document.getElementById("aucun-constat").hidden = true;
        say(total);
    };
    const restore = () => {
        apply();
        for (const { fold, open } of folds) {
            fold.open = open;
        }
    };

    addEventListener("beforeprint", unfold);
    addEventListener("afterprint", restore);
    form.addEventListener("input", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    apply();
})();
`;
