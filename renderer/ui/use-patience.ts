import { useEffect, useState } from 'react';

/** Shorter than that, a sentence that says "loading" is seen as a flicker. */
const patienceMs = 250;

/** Whether one has waited long enough for a panel to be told what it waits for; until then it is not there at all. */
export function usePatience(): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isOver;
}
