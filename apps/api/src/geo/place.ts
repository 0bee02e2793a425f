/** Where a visitor is, no finer than a city. What is not known is null. */
export interface Place {
  /**
   * ISO 3166-1, such as `FR`. A French overseas département or territory is a place of its own, under the code that ISO
   * gives it (`RE`, `GP`, `MQ`, `GF`, `YT`…), as the databases have it.
   */
  readonly country: string | null;
  /** ISO 3166-2, such as `FR-ARA`: the largest division. Overseas départements have none within them. */
  readonly region: string | null;
  /** Its French name, else its English one, which often is the local one. */
  readonly city: string | null;
}

export const UNKNOWN_PLACE: Place = Object.freeze({ country: null, region: null, city: null });
