package dalil.benchmarks.ledger;

import dalil.ledger.EventIds;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * Events for every store alike: ids that grow (a random id costs any ordered index dearly), random stream ids, a note of letters that no
 * store can compress away, and the metadata that the server writes.
 */
final class NotedEvents {

    /** Events of one stream. */
    static final int A_STREAM = 20;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int NOTES = 256;
    private static final String TYPE = "note";
    private static final Map<String, String> META =
            Map.of("actor", "nobody", "role", "documenter", "through", "benchmark");

    private final Clock clock;
    private final SecureRandom secure;
    private final EventIds ids;
    private final String[] notes = new String[NOTES];

    /** @param bytes of each payload as JSON */
    NotedEvents(int bytes, Clock clock, SecureRandom secure) {
        this.clock = clock;
        this.secure = secure;
        this.ids = new EventIds(clock, secure);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < NOTES; i++) {
            StringBuilder note = new StringBuilder(bytes);
            while (note.length() < bytes - Noted.FRAME) {
                note.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            notes[i] = note.toString();
        }
    }

    DomainEventMessage<Noted> event(String stream, long sequence) {
        UUID id = ids.next();
        Noted note = new Noted(notes[(int) (id.getLeastSignificantBits() & (NOTES - 1))]);
        return new GenericDomainEventMessage<>(TYPE, stream, sequence, note, META, id.toString(), clock.instant());
    }

    /** The name of a stream that is prepared; always the same for a number, and as random as any. */
    static String prepared(long number) {
        SplittableRandom random = new SplittableRandom(number);
        return TYPE + "/" + random(random.nextLong(), random.nextLong());
    }

    String fresh() {
        return TYPE + "/" + randomId();
    }

    /** As a documenter's program makes one for a request. */
    UUID randomId() {
        return random(secure.nextLong(), secure.nextLong());
    }

    byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        secure.nextBytes(bytes);
        return bytes;
    }

    private static UUID random(long high, long low) {
        return new UUID(high & ~0xf000L | 0x4000L, low & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }
}
