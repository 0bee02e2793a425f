/**
 * How the API is started, here and in its image. The objects of a few hundred beacons under way outlive a small nursery, and
 * would all be copied out of it.
 */
export const NODE_ARGUMENTS = ['--enable-source-maps', '--max-semi-space-size=64'];
