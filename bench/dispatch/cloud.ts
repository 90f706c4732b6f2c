// A launch in a process of its own whose first notice is about to start.

import { launchWith } from '../lib/launch-with.ts';
import { placeOf } from '../lib/place.ts';

const [rows = '1000'] = process.argv.slice(2);
const cloud = await launchWith(Number(rows));
process.on('disconnect', () => process.exit());
process.send!(placeOf(cloud, 'StartPhase'));
