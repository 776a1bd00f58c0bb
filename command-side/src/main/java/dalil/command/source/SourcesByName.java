package dalil.command.source;

import dalil.command.Streams;
import dalil.command.claim.Texts;
import dalil.command.imports.row.NameBasedUuid;
import dalil.command.source.SourceCommand.NameSource;
import dalil.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets a form name a source by its id or by what it is called. The id for a name is made under the ledger's secret, so that one name is
 * one source and nobody can compute from the open id what a source is called.
 */
public final class SourcesByName {

    /** The namespace of all sources known by their name; drawn once at random, for ever. */
    private static final UUID NAMESPACE = UUID.fromString("3cd2a0a5-7d0b-4c5f-9a51-0f5a8e6b8f14");

    private static final String WHAT = "dalil source by name\n";

    private final Ledger ledger;
    private final Map<String, NameSource> named = new LinkedHashMap<>();

    /** For one form. */
    public SourcesByName(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The id of the source that a form means; the text itself where it is an id. Empty where nothing was given. */
    public String id(@Nullable String idOrName) {
        if (idOrName == null || idOrName.isBlank()) {
            return "";
        }
        String lower = idOrName.toLowerCase(Locale.ROOT);
        if (Texts.isUuid(lower)) {
            return lower;
        }
        String name = Normalizer.normalize(idOrName, Normalizer.Form.NFC).strip();
        byte[] digest = ledger.digest((WHAT + name).getBytes(StandardCharsets.UTF_8));
        String id =
                NameBasedUuid.of(NAMESPACE, HexFormat.of().formatHex(digest)).toString();
        named.put(id, new NameSource(Streams.source(id), name));
        return id;
    }

    /** What registers the sources that were named, unless they are registered already. */
    public List<NameSource> commands() {
        return List.copyOf(named.values());
    }
}
