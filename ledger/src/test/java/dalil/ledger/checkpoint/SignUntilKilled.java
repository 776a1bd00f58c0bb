package dalil.ledger.checkpoint;

import dalil.transparency.checkpoint.SignedCheckpoint;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;

/** Opens the register in a folder, says "ready", appends and signs until killed; prints each checkpoint once it is published. */
public final class SignUntilKilled {

    private SignUntilKilled() {}

    public static void main(String[] arguments) {
        Random random = new Random(Long.parseLong(arguments[1]));
        Register register = Register.in(Path.of(arguments[0]));
        if (!register.checkpointer.health().ok()) {
            System.out.println("refused " + register.checkpointer.health().why());
            return;
        }
        register.checkpointer.published().ifPresent(SignUntilKilled::print);
        System.out.println("ready");
        Thread appender = new Thread(() -> {
            Random own = new Random(random.nextLong());
            while (true) {
                register.append(1 + own.nextInt(30));
            }
        });
        appender.start();
        while (true) {
            register.checkpointer.checkpoint();
            register.checkpointer.published().ifPresent(SignUntilKilled::print);
        }
    }

    private static void print(SignedCheckpoint published) {
        String note = Base64.getEncoder().encodeToString(published.format());
        System.out.println("published " + note + " end");
    }
}
