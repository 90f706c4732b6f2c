import { keepRate } from '../../support/rate/keep-rate.ts';

keepRate([1, 14, 200]);
