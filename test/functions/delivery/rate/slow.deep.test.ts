import { keepRate } from './keep-rate.ts';

keepRate([1, 14, 200]);
