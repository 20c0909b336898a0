import tseslint from "typescript-eslint";

const azureNativeRoot = {
    name: "@pulumi/azure-native",
    message: "The package root loads every module. Import the class through components/azure.ts.",
};

const azureNativeModules = {
    group: ["@pulumi/azure-native/*"],
    message:
        "azure-native is imported file by file in components/azure.ts only; elsewhere, import its types alone.",
    allowTypeImports: true,
};

const packEntries = {
    group: ["**/policies/hds", "**/policies/hds/*", "**/policies/rgpd", "**/policies/rgpd/*"],
    message:
        "A pack's entry starts a server when it is loaded. Test its rules through policies/catalogue.ts.",
};

const restrictImports = (paths, patterns) => ({
    "@typescript-eslint/no-restricted-imports": ["error", { paths, patterns }],
});

export default tseslint.config(
    {
        ignores: [
            "node_modules/",
            ".sandbox/",
            "reports/",
            "bench/results/",
            // Somebody else's style.
            "tests/engine/foreign/program/",
        ],
    },
    ...tseslint.configs.strictTypeChecked,
    ...tseslint.configs.stylisticTypeChecked,
    {
        languageOptions: {
            parserOptions: {
                projectService: {
                    allowDefaultProject: ["*.mjs", "bin/*.mjs", "policies/*/*.js", "sandbox/*/*.cjs"],
                },
                tsconfigRootDir: import.meta.dirname,
            },
        },
        linterOptions: { reportUnusedDisableDirectives: "error" },
        rules: restrictImports([azureNativeRoot], [azureNativeModules]),
    },
    { files: ["components/azure.ts"], rules: restrictImports([azureNativeRoot], []) },
    { files: ["tests/**"], rules: restrictImports([azureNativeRoot], [azureNativeModules, packEntries]) },
    { files: ["**/*.mjs", "**/*.js", "**/*.cjs"], ...tseslint.configs.disableTypeChecked },
    { files: ["**/*.js", "**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
