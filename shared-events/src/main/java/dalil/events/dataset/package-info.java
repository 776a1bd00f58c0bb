/** Files that others publish and we import: what each listed, and when. */
@NullMarked
package dalil.events.dataset;

import org.jspecify.annotations.NullMarked;
