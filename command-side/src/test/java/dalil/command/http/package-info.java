@NullMarked
package dalil.command.http;

import org.jspecify.annotations.NullMarked;
