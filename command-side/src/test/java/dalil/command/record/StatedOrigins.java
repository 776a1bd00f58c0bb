package dalil.command.record;

import java.util.List;
import java.util.Optional;

/** Origins as a test states them, the same for every source. */
public record StatedOrigins(Optional<String> notIndependent, List<String> types) implements Origins {

    @Override
    public Optional<String> whyNotIndependent(List<String> sources) {
        return notIndependent;
    }

    @Override
    public List<String> chainTypes(String source) {
        return types;
    }
}
