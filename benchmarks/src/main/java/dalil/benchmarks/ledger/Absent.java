package dalil.benchmarks.ledger;

/** Something that a measurement needs is not on this machine. The message says what to do. */
final class Absent extends RuntimeException {
    Absent(String message) {
        super(message);
    }
}
