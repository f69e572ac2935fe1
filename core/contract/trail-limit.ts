/** As many points of a reader's way are kept; the oldest go first. Apart from the schema: the page needs no more. */
export const trailLimit = 50;
