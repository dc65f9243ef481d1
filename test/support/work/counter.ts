import { StepCounter } from './stepCounter';

/** Made before any code that it counts is loaded. */
export const counter = new StepCounter();
