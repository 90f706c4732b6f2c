/**
 * How a status is to be taken, which the console shows as a color. `good`: done, nothing to do. `busy`: under way.
 * `wait`: a person is needed. `bad`: went wrong. `plain`: none of these.
 */
export type Tone = 'good' | 'busy' | 'wait' | 'bad' | 'plain';
