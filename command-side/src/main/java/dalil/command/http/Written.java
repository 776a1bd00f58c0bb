package dalil.command.http;

import java.util.List;

/**
 * What every write answers.
 *
 * @param id UUID of the record
 * @param indexes of the facts in the ledger, counted from 0
 */
public record Written(String id, List<Long> indexes) {}
