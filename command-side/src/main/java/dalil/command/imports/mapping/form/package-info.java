/** Claims of a row: values in the forms of their attributes, and who says them. */
@NullMarked
package dalil.command.imports.mapping.form;

import org.jspecify.annotations.NullMarked;
