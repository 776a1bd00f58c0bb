package dalil.broken.util;

/** Breaks "no package is named after a layer". */
interface Anything {}
