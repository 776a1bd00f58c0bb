/**
 * The page on which somebody tells what happened: made on the server, without script, small, in the reader's language. Nothing is
 * remembered about who asks: no cookie, no address, no browser.
 */
@NullMarked
package dalil.command.report.page;

import org.jspecify.annotations.NullMarked;
