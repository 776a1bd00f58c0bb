/** Answers for programs other than a browser: CSV for spreadsheets, GeoJSON for maps. Both are written row by row. */
@NullMarked
package dalil.query.format;

import org.jspecify.annotations.NullMarked;
