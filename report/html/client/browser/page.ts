import type { Language } from "../../../words/language";
import { type Address, EVERYTHING, readAddress, writeAddress } from "./choice";
import { contextOf } from "./context";
import type { Dataset } from "./dataset";
import { shownLanguage } from "./dom";
import { Explorer } from "./explorer";

/** The section of the findings. */
const FINDINGS = "constats";

/** Milliseconds without a change of the filters after which the address tells them: browsers refuse too frequent ones. */
const QUIET = 250;

/** The page around the explorer: its language, its address, its folds. */
export class Page {
    private readonly original = shownLanguage();
    private explorer: Explorer;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private readonly folded: HTMLDetailsElement[] = [];

    constructor(private readonly data: Dataset) {
        this.explorer = this.mount();
        this.follow();
        addEventListener("hashchange", () => {
            this.follow(history.state);
        });
        addEventListener("click", ({ target }) => {
            if (target instanceof Element && target.closest("a[href^='#']") !== null) {
                // Browsers go back to what the address names, not to where the reader was.
                history.replaceState(scrollY, "");
            }
        });
        addEventListener("beforeprint", () => {
            this.unfold();
            this.explorer.print();
        });
        addEventListener("afterprint", () => {
            this.explorer.printed();
            for (const details of this.folded.splice(0)) {
                details.open = false;
            }
        });
    }

    private get root(): HTMLElement {
        return document.getElementById("page") ?? document.body;
    }

    private mount(): Explorer {
        const explorer = new Explorer(contextOf(this.data, shownLanguage()), () => {
            clearTimeout(this.timer);
            this.timer = setTimeout(() => {
                this.write(FINDINGS);
            }, QUIET);
        });
        this.root.querySelectorAll(`#${FINDINGS} noscript`).forEach((note) => {
            note.remove();
        });
        this.root.querySelector(`#${FINDINGS} .explorer`)?.replaceChildren(explorer.element);
        for (const button of this.root.querySelectorAll<HTMLButtonElement>("button[data-language]")) {
            button.hidden = false;
            button.addEventListener("click", () => {
                this.speak(button.dataset.language === "en" ? "en" : "fr");
            });
        }
        return explorer;
    }

    /**
     * Shows what the address asks for.
     *
     * @param left - where the reader left it, in pixels from the top of the page; anything else for a new place.
     */
    private follow(left?: unknown): void {
        const { id, choice, language = shownLanguage() } = readAddress(location.hash);
        if (language !== shownLanguage() && (language === "fr" || language === "en")) {
            this.speak(language);
        }
        // A plain link to the section leaves the filters as they are.
        if (id === FINDINGS && writeAddress({ id, choice }) !== `#${FINDINGS}`) {
            this.explorer.choice = choice;
        }
        this.explorer.open(id, true);
        const target = document.getElementById(id);
        if (target !== null) {
            openAround(target);
            target.scrollIntoView();
        }
        if (typeof left === "number") {
            scrollTo(0, left);
        }
        if (location.hash !== "" || shownLanguage() !== this.original) {
            this.write(id);
        }
    }

    private write(id: string): void {
        const language = shownLanguage();
        const choice = id === FINDINGS ? this.explorer.choice : EVERYTHING;
        const address: Address = { id, choice, ...(language !== this.original && { language }) };
        const hash = writeAddress(address);
        if (hash !== location.hash) {
            history.replaceState(history.state, "", hash);
        }
    }

    /** Shows the page in another language, at the same place, with the same filters and folds. */
    private speak(language: Language): void {
        const { choice, opened } = this.explorer;
        const folds = this.folds().map(({ open }) => open);
        const place = placeOf(this.root);
        const parsed = new DOMParser().parseFromString(this.data.packed.pages[language], "text/html");
        this.root.replaceChildren(...parsed.body.childNodes);
        document.documentElement.lang = language;
        document.title = this.root.querySelector<HTMLElement>("main")?.dataset.title ?? document.title;
        this.folds().forEach((details, index) => {
            details.open = folds[index] ?? false;
        });
        this.explorer = this.mount();
        this.explorer.choice = choice;
        opened.forEach((anchor) => {
            this.explorer.open(anchor, false);
        });
        this.root.querySelector<HTMLElement>("button[data-language]")?.focus({ preventScroll: true });
        place();
        this.write(readAddress(location.hash).id);
    }

    /** The folds of the page itself. */
    private folds(): HTMLDetailsElement[] {
        return [...this.root.querySelectorAll("details")].filter(
            (details) => details.closest(".explorer") === null,
        );
    }

    private unfold(): void {
        for (const details of this.root.querySelectorAll<HTMLDetailsElement>(
            "details[data-print]:not([open])",
        )) {
            details.open = true;
            this.folded.push(details);
        }
    }
}

function openAround(target: Element): void {
    for (
        let details = target.closest("details");
        details !== null;
        details = details.parentElement?.closest("details") ?? null
    ) {
        details.open = true;
    }
}

/** Remembers what the reader looks at, by the last element with an id that starts above the window's first quarter; the result goes there. */
function placeOf(root: Element): () => void {
    const limit = innerHeight / 4;
    const above = [...root.querySelectorAll("[id]")]
        .map((element) => ({ id: element.id, top: element.getBoundingClientRect().top }))
        .filter(({ top }) => top <= limit)
        .at(-1);
    return () => {
        const now = document.getElementById(above?.id ?? "")?.getBoundingClientRect().top;
        if (above !== undefined && now !== undefined && scrollY > 0) {
            scrollBy(0, now - above.top);
        }
    };
}
