/** Why a connection is closed for now: every client comes back after these. */
export const CLOSE_AND_RETRY = {
  internalError: 1011,
  restarting: 1012,
  tryAgainLater: 1013,
} as const;
