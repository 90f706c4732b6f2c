import { keepRate } from './keep-rate.ts';

keepRate([1000]);
