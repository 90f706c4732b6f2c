/** The sender's time limit. Seconds; the infrastructure sets it from here. */
export const SEND_TIMEOUT_SECONDS = 60;
/**
 * How long a chunk stays leased. Longer than its sender can live; too short would only make false `unknown`s.
 */
export const LEASE_SECONDS = SEND_TIMEOUT_SECONDS + 60;
/** A sender that has less time left than this stops cleanly. */
export const SPARE_MILLISECONDS = 15_000;
/** A slot is at least so far ahead when it is reserved: its email must be claimed first. */
export const LEAD_MILLISECONDS = 50;
/** Slots are reserved no further ahead than this: a hold is obeyed soon after. */
export const AHEAD_MILLISECONDS = 1000;
/** A slot missed by more than this is given up: sending faster to catch up would break the rate. */
export const LATE_MILLISECONDS = 100;
/** So many leases lost, and a chunk gives up: it kills its sender. */
export const LOST_LEASES_LIMIT = 3;
