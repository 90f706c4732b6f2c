import type { Cloud } from '../../local/cloud/cloud.ts';

/** Fills a cloud. One that can't be filled is stopped: the next file of the same worker starts its own. */
export async function stoppedUnless(cloud: Pick<Cloud, 'stop'>, fill: () => Promise<void>): Promise<void> {
  try {
    await fill();
  } catch (error) {
    await cloud.stop();
    throw error;
  }
}
