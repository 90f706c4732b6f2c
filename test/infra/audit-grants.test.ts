import { describe, expect, it } from 'vitest';
import { listOf, resourcesOf, statementsOf, synthesize } from '../support/synthesize.ts';

const { data, pipeline } = synthesize();
const functions = resourcesOf(pipeline, 'AWS::Lambda::Function').map(([id]) => id);

/** The export of the data stack that stands for a resource's ARN. */
function exportOf(id: string): string {
  const found = Object.values(data.Outputs).find(
    ({ Value }) => JSON.stringify(Value) === JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] }),
  );
  if (!found?.Export) throw new Error(`Cannot find the export of ${id}`);
  return found.Export.Name;
}

/** What a function may do to a resource, whatever part of it; a grant on everything counts. */
function allowedOn(functionId: string, resourceId: string): string[] {
  const statements = statementsOf(pipeline, functionId).filter(({ Effect, Resource }) => {
    const text = JSON.stringify(Resource);
    return Effect === 'Allow' && (text === '"*"' || text.includes(exportOf(resourceId)));
  });
  return statements.flatMap(({ Action }) => listOf(Action));
}

/** Calls on everything that AWS doesn't let a policy narrow; none of them is one of S3 or DynamoDB. */
const ofStores = (action: string) => /^(s3|dynamodb|\*)/.test(action);

describe('an entry of the audit log', () => {
  it.each(functions)('can be neither overwritten nor deleted by %s', (id) => {
    const onBucket = allowedOn(id, 'AuditBucket').filter(ofStores);
    expect(
      onBucket.filter((action) => !['s3:PutObject', 's3:GetObject', 's3:ListBucket'].includes(action)),
    ).toEqual([]);
    // The index lies in this table: without these, no place in it goes away.
    const onIndex = allowedOn(id, 'LaunchTable').filter((action) =>
      ['dynamodb:DeleteItem', 'dynamodb:BatchWriteItem', 'dynamodb:*'].includes(action),
    );
    expect(onIndex).toEqual([]);
  });

  it('is written by the functions that do what people command, and by no other', () => {
    const writers = functions.filter((id) => allowedOn(id, 'AuditBucket').includes('s3:PutObject'));
    expect(writers.toSorted()).toEqual([
      'Act',
      'ActivateRoster',
      'Console',
      'Erase',
      'IngestRoster',
      'ManagePeople',
      'PlanLaunch',
      'RecordPrincipals',
      'ReleasePhase',
    ]);
  });

  it('says nothing of principals, which RecordPrincipals alone records, and it nothing else', () => {
    const puts = (id: string) =>
      statementsOf(pipeline, id)
        .filter(({ Action }) => listOf(Action).includes('s3:PutObject'))
        .map(({ Resource }) => JSON.stringify(Resource));
    const recorders = functions.filter((id) => puts(id).some((resource) => resource.includes('principals/')));
    expect(recorders).toEqual(['RecordPrincipals']);
    expect(puts('RecordPrincipals').join()).not.toContain('entries/');
  });
});
