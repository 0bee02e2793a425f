/**
 * Addresses that the server answers itself; every other one is a page of the dashboard. The server gives a mistake there 404, and the
 * dashboard's service worker lets them pass.
 */
export const SERVER_PATHS = /^\/(?:a|api|assets|c|health|metrics|r|unsubscribe)(?:[/?]|$)/;
