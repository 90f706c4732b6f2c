import { describe, expect, it } from 'vitest';
import {
  type Endpoints,
  outsideCredentials,
  outsideEndpoints,
  pointSdkAt,
  SERVICES,
} from '../../../local/cloud/endpoints.ts';

const URL = 'http://127.0.0.1:4001';
const ENDPOINTS = Object.fromEntries(SERVICES.map((service) => [service, URL])) as Endpoints;

describe('outsideEndpoints', () => {
  it.each([
    'http://localhost:8000',
    'http://127.0.0.1:8000',
    'http://127.1.2.3:8000',
    'http://[::1]:8000',
    'http://s3.localhost:4566',
  ])('takes %s, which is on this machine', (url) => {
    expect(outsideEndpoints({ AWS_ENDPOINT_URL_DYNAMODB: url })).toEqual({ DYNAMODB: url });
  });

  it('takes nothing when nothing is set', () => {
    expect(outsideEndpoints({})).toEqual({});
    expect(outsideEndpoints({ AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' })).toEqual({});
  });

  it.each(['https://x.amazonaws.com', 'http://emulator:4566'])('refuses %s for every service', (url) => {
    expect(() => outsideEndpoints({ AWS_ENDPOINT_URL: url })).toThrow(/because AWS_ENDPOINT_URL /);
  });

  it('refuses another host and says what to do', () => {
    expect(() => outsideEndpoints({ AWS_ENDPOINT_URL_SQS: 'http://emulator:4566' })).toThrow(
      'Cannot run here because AWS_ENDPOINT_URL_SQS must be on this machine: it is http://emulator:4566. Unset it to use the embedded service, or set CRIER_ALLOW_REMOTE_ENDPOINTS=yes if that host runs your emulator',
    );
  });

  it('takes another host that a person allowed', () => {
    const environment = { AWS_ENDPOINT_URL_SQS: 'http://emulator:4566', CRIER_ALLOW_REMOTE_ENDPOINTS: 'yes' };
    expect(outsideEndpoints(environment)).toEqual({ SQS: 'http://emulator:4566' });
  });

  it.each([
    'https://email.us-east-1.amazonaws.com',
    'https://sqs.cn-north-1.amazonaws.com.cn',
    'https://dynamodb.us-east-1.api.aws',
    'https://AMAZONAWS.COM',
  ])('refuses %s, a real account, whatever is allowed', (url) => {
    const environment = { AWS_ENDPOINT_URL_SES: url, CRIER_ALLOW_REMOTE_ENDPOINTS: 'yes' };
    expect(() => outsideEndpoints(environment)).toThrow(
      `Cannot run here because AWS_ENDPOINT_URL_SES points at a real AWS account: it is ${url}. Local commands never reach one: unset AWS_ENDPOINT_URL_SES, or deploy to use the account`,
    );
  });

  it.each(['http://localhost.example.com', 'http://127.0.0.1.example.com', 'http://1270.0.0.1.com'])(
    'is not fooled by %s',
    (url) => {
      expect(() => outsideEndpoints({ AWS_ENDPOINT_URL_S3: url })).toThrow('must be on this machine');
    },
  );

  it('refuses what is no address', () => {
    expect(() => outsideEndpoints({ AWS_ENDPOINT_URL_S3: 'minio' })).toThrow(
      'AWS_ENDPOINT_URL_S3 must be an address such as http://127.0.0.1:4566: it is minio',
    );
  });
});

describe('pointSdkAt', () => {
  const credentials = { accessKeyId: 'AKIALOCAL', secretAccessKey: 'made at this start' };

  it('leaves no real account within reach, and puts everything back', () => {
    const before = {
      AWS_PROFILE: 'production',
      AWS_ACCESS_KEY_ID: 'AKIAREAL',
      AWS_SECRET_ACCESS_KEY: 'real',
      AWS_SECURITY_TOKEN: 'real',
      AWS_REGION: 'us-gov-west-1',
      HOME: '/home/clerk',
    };
    const environment: Record<string, string | undefined> = { ...before };
    const undo = pointSdkAt(ENDPOINTS, { credentials, outside: {}, environment });
    expect(environment).toMatchObject({
      AWS_ACCESS_KEY_ID: 'AKIALOCAL',
      AWS_SECRET_ACCESS_KEY: 'made at this start',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_SES: URL,
      AWS_ENDPOINT_URL_DYNAMODB: URL,
    });
    expect(environment).not.toHaveProperty('AWS_PROFILE');
    expect(environment).not.toHaveProperty('AWS_SECURITY_TOKEN');
    undo();
    expect(environment).toEqual(before);
  });

  it('keeps the credentials that an outside emulator needs', () => {
    const environment: Record<string, string | undefined> = {
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: 'eu-central-1',
    };
    const outside = { DYNAMODB: 'http://localhost:8000' };
    const own = outsideCredentials(environment, outside);
    expect(own).toEqual({ accessKeyId: 'test', secretAccessKey: 'test' });
    expect(outsideCredentials(environment, {})).toBeNull();
    pointSdkAt(ENDPOINTS, { credentials: own!, outside, environment });
    expect(environment).toMatchObject({ AWS_ACCESS_KEY_ID: 'test', AWS_REGION: 'eu-central-1' });
  });
});
