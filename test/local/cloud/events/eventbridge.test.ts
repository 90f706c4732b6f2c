import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { type EventBridge, startEventBridge } from '../../../../local/cloud/events/eventbridge.ts';
import type { BusEvent } from '../../../../local/cloud/events/pattern.ts';
import { clientsOf } from '../../../support/clients.ts';

let bridge: EventBridge;
const seen: BusEvent[] = [];

beforeAll(async () => {
  bridge = await startEventBridge({ clock: virtualClock('2018-07-24T13:00:00Z') });
  bridge.addBus('crier');
  bridge.addRule({
    name: 'held',
    bus: 'crier',
    pattern: { source: ['crier'], 'detail-type': ['PhaseHeld'] },
    targets: [async (event) => void seen.push(event)],
  });
});
beforeEach(() => seen.splice(0));
afterAll(() => bridge.close());

const entry = {
  EventBusName: 'crier',
  Source: 'crier',
  DetailType: 'PhaseHeld',
  Detail: '{"phase":"notice-1"}',
};

describe('PutEvents', () => {
  it('hands an event to the targets of the rules that match, and to no others', async () => {
    const { events } = clientsOf(bridge.url);
    const time = new Date('2018-07-24T13:00:05Z');
    const answer = await events.send(
      new PutEventsCommand({
        Entries: [
          { ...entry, Time: time },
          { ...entry, DetailType: 'PhaseStarted' },
        ],
      }),
    );
    expect(answer.FailedEntryCount).toBe(0);
    expect(answer.Entries).toHaveLength(2);
    expect(seen).toEqual([
      {
        version: '0',
        id: answer.Entries?.[0]?.EventId,
        source: 'crier',
        'detail-type': 'PhaseHeld',
        account: '000000000000',
        region: 'us-east-1',
        time: '2018-07-24T13:00:05Z',
        resources: [],
        detail: { phase: 'notice-1' },
      },
    ]);
    expect(bridge.events.map((event) => event['detail-type'])).toEqual(['PhaseHeld', 'PhaseStarted']);
  });

  it("takes the cloud's time when none is given, and a bus by its ARN", async () => {
    const EventBusName = 'arn:aws:events:us-east-1:000000000000:event-bus/crier';
    const { events } = clientsOf(bridge.url);
    await events.send(new PutEventsCommand({ Entries: [{ ...entry, EventBusName }] }));
    expect(seen[0]?.time).toBe('2018-07-24T13:00:00Z');
  });

  it.each([
    ['a bus that does not exist', { EventBusName: 'other' }, 'ResourceNotFoundException'],
    ['a detail that is no JSON', { Detail: 'x' }, 'MalformedDetail'],
    ['a detail that is no object', { Detail: '[1]' }, 'MalformedDetail'],
    ['an event without a source', { Source: '' }, 'InvalidArgument'],
  ])('refuses %s, and only that entry', async (_, wrong, code) => {
    const { events } = clientsOf(bridge.url);
    const answer = await events.send(new PutEventsCommand({ Entries: [{ ...entry, ...wrong }, entry] }));
    expect(answer.FailedEntryCount).toBe(1);
    expect(answer.Entries?.[0]?.ErrorCode).toBe(code);
    expect(seen).toHaveLength(1);
  });

  it('refuses more than ten entries', async () => {
    const { events } = clientsOf(bridge.url);
    const Entries = Array.from({ length: 11 }, () => entry);
    await expect(events.send(new PutEventsCommand({ Entries }))).rejects.toThrow('1 to 10 events');
  });
});

describe('addRule', () => {
  it('refuses a pattern that it cannot read', () => {
    const rule = { name: 'r', bus: 'crier', pattern: { source: [{ cidr: '::1' }] }, targets: [] };
    expect(() => bridge.addRule(rule)).toThrow('Cannot read an event pattern');
  });

  it('refuses a bus that does not exist', () => {
    const rule = { name: 'r', bus: 'other', pattern: { source: ['a'] }, targets: [] };
    expect(() => bridge.addRule(rule)).toThrow(
      'Cannot add the rule r because its bus must exist: it is other',
    );
  });
});
