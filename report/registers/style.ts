/** Style of the tables of the registers, beside that of the pages. */
export const REGISTERS_STYLE = `
.guarantees { min-width: 60rem; }
.guarantees tbody th { min-width: 11rem; overflow-wrap: break-word; }
`;
