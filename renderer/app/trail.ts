/** The way through the book as a list: where one came from, where one is, where "forward" leads. */
import type { Place } from '../state/reading.ts';
import type { Route } from './route.ts';

export interface TrailPoint {
  readonly route: Route;
  /** The place at which it was left, where it is known. */
  readonly place?: Place | undefined;
}

export interface Trail {
  /** In the order in which one comes by them; the newest jump is the last. */
  readonly points: readonly TrailPoint[];
  /** Index of the point one is at; 0 where there are no points. */
  readonly at: number;
}
