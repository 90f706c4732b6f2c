import { describe, expect, it } from 'vitest';
import { reportUnknown } from '../../../functions/ingest-roster/report-unknown.ts';
import { startIntakeCloud } from '../../support/clouds/intake-cloud.ts';

describe('reportUnknown', () => {
  it('says what the folders mean, and leaves the file where it is', async () => {
    const cloud = await startIntakeCloud();
    const upload = await cloud.put('inbox/holiday.csv', 'a photo', '2018-07-24T13:00:00Z');
    await reportUnknown(upload, cloud.services);
    expect(await cloud.report(upload)).toEqual({
      upload: { key: 'inbox/holiday.csv', uploadedAt: '2018-07-24T13:00:00Z' },
      refused: expect.stringMatching(/^The file isn.t in a folder for uploads/),
    });
    expect(await cloud.text('inbox/holiday.csv')).toBe('a photo');
    expect(cloud.events).toEqual([
      { kind: 'UploadUnknown', detail: { launch: 'nysb-2018', uploadedAt: '2018-07-24T13:00:00Z' } },
    ]);
    await cloud.close();
  });
});
