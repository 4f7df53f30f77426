import { useEffect, useState } from 'react';

/** The browser's clock; nothing else of the console reads it. */
export const now = (): Date => new Date();

/** The time, anew every so many milliseconds. */
export const useNow = (everyMs: number): Date => {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => {
      setAt(now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return at;
};
