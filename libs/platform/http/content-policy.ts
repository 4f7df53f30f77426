/** Where the parts of our pages may come from, and where they may send to. */
export const contentPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  frameSrc: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

const ours = ["'none'", "'self'", 'data:', 'blob:'];

/** Places other than ours that a page may make a browser send something to. */
export const foreignPlaces = (policy: Readonly<Record<string, readonly string[]>>): string[] => [
  ...new Set(
    Object.values(policy)
      .flat()
      .filter((place) => !ours.includes(place)),
  ),
];
